import * as z from 'zod'
import { defineNodeType, type NodeStep } from '../../node-type.ts'
import { renderText } from '../../render-text.ts'
import { localizedText } from '../../text.ts'
import { visitsOf } from '../../visits.ts'
import { fixedTexts } from '../fixed-texts.ts'

export const anywhere = defineNodeType({
  type: 'anywhere',
  config: z.object({
    /** The wishes that bring the call here from any listening node. */
    intents: z.array(z.string()).default([]),
    text: localizedText.default({}),
    afterwards: z.enum(['next', 'return']).default('next'),
    /** Turns of the contact before the same wish counts again. */
    cooldownTurns: z.number().int().min(0).max(20).default(1),
  }),
  memory: z.null(),
  editor: {
    title: { en: 'Anywhere', fr: 'Partout' },
    icon: 'radar',
    group: 'logic',
    help: {
      en: 'Hears a wish at every question of the call: a person, repeat, stop calling.\nAn edge drawn back into this node returns to where the caller was.\nExample: "human" → a transfer; if nobody answers, back to the question.',
      fr: 'Entend un souhait à chaque question de l’appel : une personne, répéter, ne plus appeler.\nUne flèche ramenée à ce nœud retourne là où en était l’appelant.\nExemple : « humain » → un transfert ; si personne ne répond, retour à la question.',
    },
    fields: {
      intents: { label: { en: 'Wishes', fr: 'Souhaits' }, widget: 'intents', required: true },
      text: { label: { en: 'What the caller hears', fr: 'Ce que l’appelant entend' }, widget: 'localizedText' },
      afterwards: {
        label: { en: 'Afterwards', fr: 'Ensuite' },
        widget: 'choice',
        options: [
          { value: 'next', label: { en: 'Go on from here', fr: 'Continuer d’ici' } },
          { value: 'return', label: { en: 'Go back to where the caller was', fr: 'Retourner là où en était l’appelant' } },
        ],
      },
      cooldownTurns: {
        label: { en: 'Turns before it counts again', fr: 'Tours avant de compter à nouveau' },
        widget: 'number',
        help: { en: '0: at once, as for “repeat”.', fr: '0 : tout de suite, comme pour « répéter ».' },
      },
    },
  },
  listens: false,
  entered: 'byIntent',
  optionalOutcomes: ['return'],
  outcomes: ({ afterwards }) => (afterwards === 'next' ? ['next', 'return'] : ['return']),
  speaks: ({ text }, flow, language) => fixedTexts(flow, language, text),
  enter(data, context): NodeStep<null> {
    const { state, nodeId } = context
    const back = state.returns.at(-1)
    // Entered by an edge, not by a wish: what was wished for is dealt with.
    if (back?.handler !== nodeId || back.visit !== visitsOf(state, nodeId)) return goBack
    const words = renderText(data.text, context)
    return words === '' ? leave(data.afterwards) : { effects: [{ type: 'say', text: words, interruptible: true }] }
  },
  on: ({ afterwards }, event) => (event.type === 'speechFinished' ? { ...leave(afterwards), hasFloor: !event.completed } : {}),
})

const goBack: NodeStep<null> = { outcome: 'return', comeBack: true, why: { code: 'wishHandled' } }

function leave(afterwards: 'next' | 'return'): NodeStep<null> {
  return afterwards === 'return' ? goBack : { outcome: 'next', why: { code: 'everythingSaid' } }
}
