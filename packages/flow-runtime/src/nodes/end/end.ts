import * as z from 'zod'
import { defineNodeType, type NodeStep } from '../../node-type.ts'
import { renderText } from '../../render-text.ts'
import { localizedText } from '../../text.ts'
import { fixedTexts } from '../fixed-texts.ts'

export const end = defineNodeType({
  type: 'end',
  config: z.object({
    text: localizedText.default({}),
    outcome: z.enum(['completed', 'silent', 'noAnswer', 'cancelled', 'failed']).default('completed'),
    /** Used as a subflow, the flow ends by this result and the call goes on; '' ends the call. */
    result: z.string().default(''),
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
          { value: 'noAnswer', label: { en: 'Nobody answered', fr: 'Personne n’a répondu' } },
          { value: 'cancelled', label: { en: 'Cancelled', fr: 'Annulé' } },
          { value: 'failed', label: { en: 'Failed', fr: 'Échoué' } },
        ],
      },
      result: {
        label: { en: 'Result as a subflow', fr: 'Résultat comme sous-flux' },
        widget: 'result',
        help: {
          en: 'Where this flow runs inside another: how it goes on there.',
          fr: 'Quand ce flux s’exécute dans un autre : comment celui-ci continue.',
        },
      },
    },
  },
  listens: false,
  endsCall: true,
  outcomes: () => [],
  speaks: ({ text }, flow, language) => fixedTexts(flow, language, text),
  enter({ text, outcome, result }, context): NodeStep<null> {
    const words = renderText(text, context)
    if (result === '' || context.state.callers.length === 0) {
      return { end: { outcome, lastLine: words, hangUp: true }, why: { code: 'flowEnds' } }
    }
    return words === '' ? resultReached(result) : { effects: [{ type: 'say', text: words, interruptible: true }] }
  },
  on: ({ result }, event) => (event.type === 'speechFinished' ? { ...resultReached(result), hasFloor: !event.completed } : {}),
})

const resultReached = (result: string): NodeStep<null> => ({ result, why: { code: 'resultReached', values: { result } } })
