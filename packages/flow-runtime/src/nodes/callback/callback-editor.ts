import type { NodeEditor } from '../../node-type.ts'
import { questionFields } from '../question-fields.ts'

type Field =
  | 'question'
  | 'reprompt'
  | 'secondReprompt'
  | 'confirmText'
  | 'date'
  | 'time'
  | 'defaultAfterMinutes'
  | 'note'
  | 'maxTries'
  | 'listening'

export const callbackEditor: NodeEditor<Field> = {
  title: { en: 'Callback', fr: 'Rappel' },
  icon: 'calendar-clock',
  group: 'call',
  help: {
    en: 'Agrees a time and schedules the next call.\nThe time is read back; without an agreement the default counts.\nExample: "When shall we call you back?" – "Tomorrow at five."',
    fr: 'Convient d’un horaire et planifie le prochain appel.\nL’horaire est relu ; sans accord, la valeur par défaut compte.\nExemple : « Quand pouvons-nous vous rappeler ? » – « Demain à dix-sept heures. »',
  },
  fields: {
    question: questionFields.question,
    reprompt: questionFields.reprompt,
    secondReprompt: questionFields.secondReprompt,
    confirmText: {
      label: { en: 'Confirmation', fr: 'Confirmation' },
      widget: 'localizedText',
      help: {
        en: 'Empty: the day, the time and “Is that right?”.',
        fr: 'Vide : le jour, l’heure et « C’est bien cela ? ».',
      },
    },
    date: { label: { en: 'Keep the day in', fr: 'Garder le jour dans' }, widget: 'variable' },
    time: { label: { en: 'Keep the time in', fr: 'Garder l’heure dans' }, widget: 'variable' },
    defaultAfterMinutes: {
      label: { en: 'If no time is agreed, after (minutes)', fr: 'Sans horaire convenu, après (minutes)' },
      widget: 'number',
    },
    note: { label: { en: 'Note', fr: 'Note' }, widget: 'textarea' },
    maxTries: {
      ...questionFields.maxTries,
      help: {
        en: 'How often the caller may not be understood before the default counts.',
        fr: 'Combien de fois l’appelant peut ne pas être compris avant que la valeur par défaut compte.',
      },
    },
    listening: questionFields.listening,
  },
}
