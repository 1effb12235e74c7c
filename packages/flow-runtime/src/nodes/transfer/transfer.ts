import * as z from 'zod'
import type { EffectOf } from '../../effects.ts'
import { defineNodeType, type EffectDraft, type NodeContext, type NodeStep } from '../../node-type.ts'
import { renderText } from '../../render-text.ts'
import { localizedText } from '../../text.ts'
import type { Why } from '../../why/why.ts'
import { fixedTexts } from '../fixed-texts.ts'
import { knownBriefing } from './known-briefing.ts'
import { transferEditor } from './transfer-editor.ts'
import { transferTarget } from './transfer-target.ts'

const config = z.object({
  destination: z.enum(['number', 'queue', 'colleague']).default('number'),
  /** E.164 number or SIP address, or a text with a variable that gives one. */
  to: z.string().default(''),
  queue: z.string().default(''),
  /** Id of a colleague who answers in the browser; '' for whoever is free. */
  colleague: z.string().default(''),
  mode: z.enum(['cold', 'warm', 'refer']).default('cold'),
  text: localizedText.default({}),
  /** Spoken to the colleague, who then accepts or declines; the contact does not hear it. Empty: what is known of the call. */
  briefing: localizedText.default({}),
  timeoutMs: z.number().int().min(5000).max(300_000).default(30_000),
})
type Config = z.output<typeof config>

export const transfer = defineNodeType({
  type: 'transfer',
  config,
  memory: z.null(),
  editor: transferEditor,
  listens: false,
  endsCall: true,
  outcomes: () => ['failed', 'declined', 'noAnswer'],
  speaks: ({ text, briefing, mode }, flow, language) => fixedTexts(flow, language, text, mode === 'warm' ? briefing : ''),
  enter(data, context): NodeStep<null> {
    const words = renderText(data.text, context)
    return words === '' ? connect(data, context) : { effects: [{ type: 'say', text: words, interruptible: false }] }
  },
  on(data, event, context): NodeStep<null> {
    if (event.type === 'speechFinished') return connect(data, context)
    if (event.type !== 'transferFinished') return {}
    if (event.outcome !== 'connected') return { outcome: event.outcome, why: whyNot[event.outcome] }
    return { end: { outcome: 'transferred', lastLine: '', hangUp: false }, why: { code: 'personAnswered' } }
  },
})

const whyNot = {
  failed: { code: 'transferFailed' },
  declined: { code: 'colleagueDeclined' },
  noAnswer: { code: 'nobodyAnswered' },
} as const satisfies Record<string, Why>

function connect(data: Config, context: NodeContext): NodeStep<null> {
  const { mode, timeoutMs, destination } = data
  const to = transferTarget(data, context)
  if (to === undefined) return { outcome: 'failed', why: { code: 'noTransferNumber' } }
  if (mode === 'refer' && destination !== 'number') return { outcome: 'failed', why: { code: 'referNeedsNumber' } }
  const draft: Omit<EffectOf<'transfer'>, 'id' | 'nodeId'> = { type: 'transfer', to, mode, timeoutMs }
  if (mode !== 'warm') return { effects: [draft] }
  const effect: EffectDraft = { ...draft, briefing: renderText(data.briefing, context) || knownBriefing(context) }
  return { effects: [effect] }
}
