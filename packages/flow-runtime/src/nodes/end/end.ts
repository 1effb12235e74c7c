import { z } from 'zod'
import { defineNodeType } from '../../node-type.ts'
import { renderText } from '../../render-text.ts'
import { localizedText } from '../../text.ts'
import { fixedTexts } from '../fixed-texts.ts'

export const end = defineNodeType({
  type: 'end',
  config: z.object({
    text: localizedText.default({}),
    outcome: z.enum(['completed', 'silent', 'cancelled', 'failed']).default('completed'),
  }),
  memory: z.null(),
  editor: {
    title: { en: 'End', fr: 'Fin' },
    icon: 'phone-off',
    group: 'call',
    help: {
      en: 'Says goodbye and hangs up.\nThe outcome is what the list of calls shows.\nExample: "Thank you for calling, goodbye."',
      fr: 'Dit au revoir et raccroche.\nLe résultat est ce que montre la liste des appels.\nExemple : « Merci de votre appel, au revoir. »',
    },
    fields: {
      text: { label: { en: 'Last words', fr: 'Derniers mots' }, widget: 'localizedText' },
      outcome: {
        label: { en: 'Outcome of the call', fr: 'Résultat de l’appel' },
        widget: 'choice',
        options: [
          { value: 'completed', label: { en: 'Completed', fr: 'Abouti' } },
          { value: 'silent', label: { en: 'The caller said nothing', fr: 'L’appelant n’a rien dit' } },
          { value: 'cancelled', label: { en: 'Cancelled', fr: 'Annulé' } },
          { value: 'failed', label: { en: 'Failed', fr: 'Échoué' } },
        ],
      },
    },
  },
  listens: false,
  endsCall: true,
  outcomes: () => [],
  speaks: ({ text }, flow, language) => fixedTexts(flow, language, text),
  enter: ({ text, outcome }, context) => ({
    end: { outcome, lastLine: renderText(text, context), hangUp: true },
    why: { code: 'flowEnds' },
  }),
  on: () => ({}),
})
