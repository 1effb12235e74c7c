import type { NodeEditor } from '../../node-type.ts'
import { questionFields } from '../question-fields.ts'

type Field = 'purpose' | 'mode' | 'question' | 'reprompt' | 'secondReprompt' | 'maxTries' | 'listening'

const shownWhen = { field: 'mode', is: ['ask'] }

export const consentEditor: NodeEditor<Field> = {
  title: { en: 'Consent', fr: 'Consentement' },
  icon: 'shield-check',
  group: 'do',
  help: {
    en: 'Records at once whether the caller agrees.\nOnly a clear yes to a question heard to its end is a yes; silence is a no.\nExample: marketing, "May we call you about our offers?"',
    fr: 'Enregistre tout de suite si l’appelant est d’accord.\nSeul un oui clair à une question entendue jusqu’au bout est un oui ; le silence est un non.\nExemple : marketing, « Pouvons-nous vous appeler pour nos offres ? »',
  },
  fields: {
    purpose: {
      label: { en: 'Purpose', fr: 'Objet' },
      widget: 'text',
      required: true,
      help: {
        en: 'What the caller agrees to. “calls” and “marketing” mean being called, which campaigns keep to; “recording” means being recorded.',
        fr: 'Ce que l’appelant accepte. « calls » et « marketing » : être appelé, ce que les campagnes respectent ; « recording » : être enregistré.',
      },
    },
    mode: {
      label: { en: 'How', fr: 'Comment' },
      widget: 'choice',
      options: [
        { value: 'ask', label: { en: 'Ask the caller', fr: 'Demander à l’appelant' } },
        { value: 'given', label: { en: 'Record a yes', fr: 'Noter un oui' } },
        { value: 'refused', label: { en: 'Record a no (“stop calling me”)', fr: 'Noter un non (« ne m’appelez plus »)' } },
      ],
    },
    question: { ...questionFields.question, shownWhen },
    reprompt: { ...questionFields.reprompt, shownWhen },
    secondReprompt: { ...questionFields.secondReprompt, shownWhen },
    maxTries: {
      ...questionFields.maxTries,
      help: {
        en: 'How often the caller may not be understood before it counts as a no.',
        fr: 'Combien de fois l’appelant peut ne pas être compris avant que cela compte comme un non.',
      },
      shownWhen,
    },
    listening: { ...questionFields.listening, shownWhen },
  },
}
