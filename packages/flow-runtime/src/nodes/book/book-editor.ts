import type { NodeEditor } from '../../node-type.ts'
import { questionFields } from '../question-fields.ts'

type Field = 'service' | 'date' | 'time' | 'name' | 'phone' | 'saveAs' | 'checking' | 'offer' | 'confirmed' | 'maxTries'

export const bookEditor: NodeEditor<Field> = {
  title: { en: 'Book', fr: 'Réserver' },
  icon: 'calendar-check',
  group: 'do',
  help: {
    en: 'Books a time in the calendar.\nIf the wanted time is taken, it offers up to three others and listens.\nExample: service Cleaning, date in day, time in time.',
    fr: 'Réserve un créneau dans l’agenda.\nSi l’heure voulue est prise, il en propose jusqu’à trois et écoute.\nExemple : service Cleaning, date dans day, heure dans time.',
  },
  fields: {
    service: { label: { en: 'Service', fr: 'Service' }, widget: 'service', required: true },
    date: { label: { en: 'Wanted date', fr: 'Date voulue' }, widget: 'variable', required: true },
    time: { label: { en: 'Wanted time', fr: 'Heure voulue' }, widget: 'variable', required: true },
    name: { label: { en: 'Name', fr: 'Nom' }, widget: 'variable', readsOnly: true },
    phone: {
      label: { en: 'Phone number', fr: 'Numéro de téléphone' },
      widget: 'variable',
      readsOnly: true,
      help: { en: 'Empty: the number the caller calls from.', fr: 'Vide : le numéro de l’appelant.' },
    },
    saveAs: { label: { en: 'Keep the booked instant in', fr: 'Garder l’instant réservé dans' }, widget: 'variable' },
    checking: { label: { en: 'While looking', fr: 'Pendant la recherche' }, widget: 'localizedText' },
    offer: { label: { en: 'Before the alternatives', fr: 'Avant les autres propositions' }, widget: 'localizedText' },
    confirmed: { label: { en: 'Once booked', fr: 'Une fois réservé' }, widget: 'localizedText' },
    maxTries: questionFields.maxTries,
  },
}
