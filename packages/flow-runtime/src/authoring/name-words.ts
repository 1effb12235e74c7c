import type { FlowHead } from '../flow-head.ts'
import type { Language, UiText } from '../text.ts'

/** What a variable or a fact (`call.date`) is called in a sentence: its label, else its name in words. */
export function nameWords({ variables }: Pick<FlowHead, 'variables'>, name: string, language: Language): string {
  const label = variables.find((variable) => variable.name === name)?.label?.trim()
  return label || facts[name]?.[language] || name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()
}

const facts: Readonly<Record<string, UiText>> = {
  'call.id': { en: 'the call’s id', fr: 'l’identifiant de l’appel' },
  'call.direction': { en: 'the direction of the call', fr: 'le sens de l’appel' },
  'call.channel': { en: 'the channel of the call', fr: 'le canal de l’appel' },
  'call.startedAt': { en: 'the beginning of the call', fr: 'le début de l’appel' },
  'call.date': { en: 'today', fr: 'aujourd’hui' },
  'call.time': { en: 'the time now', fr: 'l’heure qu’il est' },
  'call.language': { en: 'the language of the call', fr: 'la langue de l’appel' },
  'contact.name': { en: 'the caller’s name', fr: 'le nom de l’appelant' },
  'contact.phone': { en: 'the caller’s number', fr: 'le numéro de l’appelant' },
  'contact.email': { en: 'the caller’s email', fr: 'l’e-mail de l’appelant' },
  'contact.language': { en: 'the caller’s language', fr: 'la langue de l’appelant' },
  'contact.fields': { en: 'the caller’s fields', fr: 'les champs de l’appelant' },
  'turn.count': { en: 'how often the caller has spoken', fr: 'le nombre de fois où l’appelant a parlé' },
  'node.visits': { en: 'how often the call came here', fr: 'le nombre de passages ici' },
  'silence.count': { en: 'how often nobody spoke', fr: 'le nombre de silences' },
}
