import type { FieldHint } from '../node-type.ts'
import { listeningField } from './listening.ts'

/** The fields every listening node shares. */
export const questionFields = {
  question: { label: { en: 'Question', fr: 'Question' }, widget: 'localizedText', required: true },
  reprompt: {
    label: { en: 'If not understood', fr: 'Si ce n’est pas compris' },
    widget: 'localizedText',
    help: { en: 'Empty: an apology and the question again.', fr: 'Vide : une excuse, puis la question à nouveau.' },
  },
  secondReprompt: {
    label: { en: 'If not understood again', fr: 'Si ce n’est toujours pas compris' },
    widget: 'localizedText',
    help: { en: 'Say it another way than the first time.', fr: 'Dites-le autrement que la première fois.' },
  },
  maxTries: {
    label: { en: 'Tries', fr: 'Essais' },
    widget: 'number',
    help: {
      en: 'How often the caller may not be understood before the flow goes on by “noMatch”.',
      fr: 'Combien de fois l’appelant peut ne pas être compris avant que le flux continue par « noMatch ».',
    },
  },
  listening: listeningField,
} as const satisfies Record<string, FieldHint>
