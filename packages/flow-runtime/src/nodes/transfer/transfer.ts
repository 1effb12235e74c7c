import { z } from 'zod'
import { defineNodeType, type NodeContext, type NodeStep } from '../../node-type.ts'
import { renderForUse, renderText } from '../../render-text.ts'
import { localizedText } from '../../text.ts'
import { fixedTexts } from '../fixed-texts.ts'

export const transfer = defineNodeType({
  type: 'transfer',
  config: z.object({
    /** E.164 number, or a text with a variable that gives one. */
    to: z.string().default(''),
    text: localizedText.default({}),
  }),
  memory: z.null(),
  editor: {
    title: { en: 'Transfer', fr: 'Transférer' },
    icon: 'phone-forwarded',
    group: 'call',
    help: {
      en: 'Hands the call to a person.\nWhen nobody takes it, the flow goes on.\nExample: +15550100, "One moment, I am connecting you."',
      fr: 'Passe l’appel à une personne.\nSi personne ne le prend, le flux continue.\nExemple : +15550100, « Un instant, je vous passe quelqu’un. »',
    },
    fields: {
      to: { label: { en: 'Number', fr: 'Numéro' }, widget: 'phone', required: true },
      text: { label: { en: 'What the caller hears before', fr: 'Ce que l’appelant entend avant' }, widget: 'localizedText' },
    },
  },
  listens: false,
  endsCall: true,
  outcomes: () => ['failed', 'declined', 'noAnswer'],
  speaks: ({ text }, flow, language) => fixedTexts(flow, language, text),
  enter({ to, text }, context) {
    const words = renderText(text, context)
    return words === '' ? connect(to, context) : { effects: [{ type: 'say', text: words, interruptible: false }] }
  },
  on({ to }, event, context) {
    if (event.type === 'speechFinished') return connect(to, context)
    if (event.type !== 'transferFinished') return {}
    if (event.outcome !== 'connected') return { outcome: event.outcome, why: { code: 'nobodyAnswered' } }
    return { end: { outcome: 'transferred', lastLine: '', hangUp: false }, why: { code: 'personAnswered' } }
  },
})

function connect(to: string, context: NodeContext): NodeStep<null> {
  const number = renderForUse(to, context).replaceAll(' ', '')
  if (!/^\+\d{6,15}$/.test(number)) return { outcome: 'failed', why: { code: 'noTransferNumber' } }
  return { effects: [{ type: 'transfer', to: number, mode: 'cold', timeoutMs: 30_000 }] }
}
