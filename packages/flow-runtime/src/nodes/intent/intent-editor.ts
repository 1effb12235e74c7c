import type { NodeEditor } from '../../node-type.ts'
import { questionFields } from '../question-fields.ts'

const { question, ...others } = questionFields

export const intentEditor: NodeEditor<'question' | 'reprompt' | 'secondReprompt' | 'intents' | 'fills' | 'maxTries' | 'listening'> = {
  title: { en: 'What do they want?', fr: 'Que veut l’appelant ?' },
  icon: 'split',
  group: 'listen',
  help: {
    en: 'Asks what the caller wants and goes on by what they mean.\nWhat else they say can fill variables at once.\nExample: "A cleaning on Tuesday" goes on by "book" and fills the day.',
    fr: 'Demande ce que veut l’appelant et continue selon ce qu’il veut dire.\nCe qu’il dit d’autre peut remplir des variables aussitôt.\nExemple : « Un détartrage mardi » continue par « book » et remplit le jour.',
  },
  fields: {
    question,
    intents: {
      label: { en: 'Intents', fr: 'Intentions' },
      widget: 'intents',
      required: true,
      help: { en: 'Each becomes an outcome of this node.', fr: 'Chacune devient une issue de ce nœud.' },
    },
    fills: {
      label: { en: 'May fill', fr: 'Peut remplir' },
      widget: 'variables',
      help: {
        en: 'Variables taken from the same words; they are not asked again.',
        fr: 'Variables prises dans les mêmes mots ; elles ne sont plus demandées.',
      },
    },
    ...others,
  },
}
