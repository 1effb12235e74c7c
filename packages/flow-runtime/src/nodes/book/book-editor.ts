import type { NodeEditor } from '../../node-type.ts'
import { questionFields } from '../question-fields.ts'

const isBook = { field: 'action', is: ['book'] }
const hasTime = { field: 'action', is: ['book', 'reschedule'] }

type Field =
  | 'action'
  | 'appointment'
  | 'service'
  | 'date'
  | 'time'
  | 'name'
  | 'phone'
  | 'saveAs'
  | 'checking'
  | 'offer'
  | 'confirmed'
  | 'maxTries'

export const bookEditor: NodeEditor<Field> = {
  title: { en: 'Book', fr: 'Réserver' },
  icon: 'calendar-check',
  group: 'do',
  help: {
    en: 'Books, moves or cancels an appointment in the calendar.\nIf the wanted time is taken, it offers up to three others and listens.\nExample: service Cleaning, date in day, time in time.',
    fr: 'Réserve, déplace ou annule un rendez-vous dans l’agenda.\nSi l’heure voulue est prise, il en propose jusqu’à trois et écoute.\nExemple : service Cleaning, date dans day, heure dans time.',
  },
  fields: {
    action: {
      label: { en: 'Do', fr: 'Faire' },
      widget: 'choice',
      options: [
        { value: 'book', label: { en: 'Book', fr: 'Réserver' } },
        { value: 'reschedule', label: { en: 'Move an appointment', fr: 'Déplacer un rendez-vous' } },
        { value: 'cancel', label: { en: 'Cancel an appointment', fr: 'Annuler un rendez-vous' } },
      ],
    },
    service: {
      label: { en: 'Service', fr: 'Service' },
      widget: 'service',
      requiredWhen: isBook,
      help: {
        en: 'To move or cancel, empty means any.',
        fr: 'Pour déplacer ou annuler, vide veut dire n’importe lequel.',
      },
    },
    date: { label: { en: 'Wanted date', fr: 'Date voulue' }, widget: 'variable', requiredWhen: isBook },
    time: { label: { en: 'Wanted time', fr: 'Heure voulue' }, widget: 'variable', requiredWhen: isBook },
    name: { label: { en: 'Name', fr: 'Nom' }, widget: 'variable', readsOnly: true },
    phone: {
      label: { en: 'Phone number', fr: 'Numéro de téléphone' },
      widget: 'variable',
      readsOnly: true,
      help: { en: 'Empty: the number the caller calls from.', fr: 'Vide : le numéro de l’appelant.' },
    },
    appointment: {
      label: { en: 'Variable of the appointment', fr: 'Variable du rendez-vous' },
      widget: 'variable',
      help: {
        en: 'Keeps the calendar’s id. To move or cancel without one, the caller’s appointments are looked up.',
        fr: 'Garde l’identifiant de l’agenda. Pour déplacer ou annuler sans lui, les rendez-vous de l’appelant sont cherchés.',
      },
    },
    saveAs: { label: { en: 'Keep the booked instant in', fr: 'Garder l’instant réservé dans' }, widget: 'variable' },
    checking: { label: { en: 'While looking', fr: 'Pendant la recherche' }, widget: 'localizedText' },
    offer: {
      label: { en: 'Before the alternatives', fr: 'Avant les autres propositions' },
      widget: 'localizedText',
      shownWhen: hasTime,
    },
    confirmed: { label: { en: 'Once booked', fr: 'Une fois réservé' }, widget: 'localizedText' },
    maxTries: questionFields.maxTries,
  },
}
