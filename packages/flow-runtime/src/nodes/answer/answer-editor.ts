import type { NodeEditor } from '../../node-type.ts'
import { questionFields } from '../question-fields.ts'
import type { AnswerConfig } from './answer-config.ts'

export const answerEditor: NodeEditor<keyof AnswerConfig> = {
  title: { en: 'Answer', fr: 'Répondre' },
  icon: 'book-open',
  group: 'listen',
  help: {
    en: 'Answers the caller’s question from your knowledge, and names its sources on the call’s page.\nSays so when it does not know.\nExample: "Do you treat children?"',
    fr: 'Répond à la question de l’appelant à partir de vos connaissances et cite ses sources sur la page de l’appel.\nLe dit quand elle ne sait pas.\nExemple : « Soignez-vous les enfants ? »',
  },
  fields: {
    useLastWords: {
      label: { en: 'The caller has just asked', fr: 'L’appelant vient de demander' },
      widget: 'toggle',
      help: { en: 'Otherwise the question below is put first.', fr: 'Sinon, la question ci-dessous est posée d’abord.' },
    },
    ...questionFields,
    question: {
      label: { en: 'Question', fr: 'Question' },
      widget: 'localizedText',
      help: { en: 'Asks for the caller’s question.', fr: 'Invite l’appelant à poser sa question.' },
    },
    collection: {
      label: { en: 'Knowledge to look in', fr: 'Connaissances à consulter' },
      widget: 'text',
      help: { en: 'Empty: all of it.', fr: 'Vide : toutes.' },
    },
    waiting: { label: { en: 'While it is looked up', fr: 'Pendant la recherche' }, widget: 'localizedText' },
    unknownText: { label: { en: 'If it does not know', fr: 'Si elle ne sait pas' }, widget: 'localizedText' },
    sourcesVariable: {
      label: { en: 'Keep the sources in', fr: 'Garder les sources dans' },
      widget: 'variable',
      help: { en: 'A list, or a text.', fr: 'Une liste ou un texte.' },
    },
    timeoutMs: { label: { en: 'Longest time (milliseconds)', fr: 'Durée maximale (millisecondes)' }, widget: 'number' },
    maxTries: {
      label: { en: 'Tries', fr: 'Essais' },
      widget: 'number',
      help: {
        en: 'How often the question may not be recognised before the flow goes on by “unknown”.',
        fr: 'Combien de fois la question peut ne pas être reconnue avant que le flux continue par « unknown ».',
      },
    },
  },
}
