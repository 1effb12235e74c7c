import type { UiText } from '../../text.ts'
import type { VariableType } from '../../variables.ts'

/** What the types of variables are called in sentences. */
export const typeNames: Record<VariableType, UiText> = {
  text: { en: 'a text', fr: 'un texte' },
  number: { en: 'a number', fr: 'un nombre' },
  boolean: { en: 'a yes or no', fr: 'un oui ou non' },
  date: { en: 'a date', fr: 'une date' },
  time: { en: 'a time', fr: 'une heure' },
  dateTime: { en: 'a date and time', fr: 'une date et heure' },
  duration: { en: 'a duration', fr: 'une durée' },
  phone: { en: 'a phone number', fr: 'un numéro de téléphone' },
  email: { en: 'an email address', fr: 'une adresse e-mail' },
  personName: { en: 'a person’s name', fr: 'un nom de personne' },
  money: { en: 'an amount of money', fr: 'un montant' },
  choice: { en: 'one of its choices', fr: 'l’un de ses choix' },
  list: { en: 'a list', fr: 'une liste' },
  object: { en: 'a record', fr: 'un enregistrement' },
}
