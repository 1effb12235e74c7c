import type { NodeEditor } from '../../node-type.ts'
import { questionFields } from '../question-fields.ts'

type Field =
  | 'variable'
  | 'question'
  | 'reprompt'
  | 'secondReprompt'
  | 'confirm'
  | 'confirmText'
  | 'maxTries'
  | 'skipIfKnown'
  | 'examples'
  | 'listening'

export const askEditor: NodeEditor<Field> = {
  title: { en: 'Ask', fr: 'Demander' },
  icon: 'circle-help',
  group: 'listen',
  help: {
    en: 'Asks one thing and keeps the answer in a variable.\nIf asked to, it reads the answer back; "no, Tuesday" corrects it.\nExample: "Which day would suit you?" into day.',
    fr: 'Demande une chose et garde la réponse dans une variable.\nSur demande, elle relit la réponse ; « non, mardi » la corrige.\nExemple : « Quel jour vous conviendrait ? » dans day.',
  },
  fields: {
    variable: { label: { en: 'Keep the answer in', fr: 'Garder la réponse dans' }, widget: 'variable', required: true },
    ...questionFields,
    confirm: {
      label: { en: 'Read back and confirm', fr: 'Relire et confirmer' },
      widget: 'toggle',
    },
    confirmText: {
      label: { en: 'Confirmation', fr: 'Confirmation' },
      widget: 'localizedText',
      help: { en: 'Empty: the answer and "Is that right?".', fr: 'Vide : la réponse et « C’est bien cela ? ».' },
    },
    skipIfKnown: {
      label: { en: 'Skip if already known', fr: 'Passer si déjà connu' },
      widget: 'toggle',
      help: {
        en: 'The first time by only: coming back here asks again.',
        fr: 'Au premier passage seulement : en revenant ici, on redemande.',
      },
    },
    examples: {
      label: { en: 'Sample answers', fr: 'Exemples de réponses' },
      widget: 'text',
      help: { en: 'Separated by commas; they help recognition.', fr: 'Séparés par des virgules ; ils aident la reconnaissance.' },
    },
  },
}
