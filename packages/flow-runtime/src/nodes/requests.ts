import * as z from 'zod'
import type { ToolName } from '../effects.ts'
import type { AnswerName, EffectDraft, NodeContext, NodeEvent, NodeStep } from '../node-type.ts'
import { renderText } from '../render-text.ts'
import { type LocalizedText, localizedText } from '../text.ts'
import type { Json } from '../variables.ts'
import type { Why } from '../why/why.ts'
import { computedVariables } from './computed-values.ts'

/** What every node has that asks another system and takes its answer apart. Durations in milliseconds. */
export const requestConfig = {
  /** Said meanwhile. */
  waiting: localizedText.default({}),
  timeoutMs: z.number().int().min(500).max(60_000).default(10_000),
  /** How often a failed request is made again; only whoever performs it knows of the attempts. */
  retries: z.number().int().min(0).max(5).default(0),
  /** Variables that take over parts of the answer. */
  outputs: z.array(z.object({ variable: z.string(), value: z.string() })).default([]),
}

export const requestOutcomes = ['ok', 'error', 'timeout'] as const

/** Says the waiting line and asks; `left` names inputs that could not be computed. */
export function request(
  { tool, input, left }: { tool: ToolName; input: Json; left: readonly string[] },
  { waiting, timeoutMs }: { waiting: LocalizedText; timeoutMs: number },
  context: NodeContext,
): NodeStep<null> {
  const call: EffectDraft = { type: 'callTool', tool, input, timeoutMs }
  const words = renderText(waiting, context)
  const effects: EffectDraft[] = words === '' ? [call] : [{ type: 'say', text: words, interruptible: true }, call]
  return left.length === 0 ? { effects } : { effects, why: { code: 'notComputed', values: { variables: left.join(', ') } } }
}

type Read = (result: Json) => Partial<Record<AnswerName, Json>> | undefined

/** What an event means for a request under way; `read` gives the names the outputs see, or undefined for a useless answer. */
export function requestHeard(
  event: NodeEvent,
  outputs: readonly { variable: string; value: string }[],
  sees: readonly AnswerName[],
  read: Read,
  context: NodeContext,
): NodeStep<null> {
  if (event.type === 'speechFinished') return { hasFloor: !event.completed }
  if (event.type !== 'toolFinished') return {}
  const why = whyUnanswered(event)
  if (why) return { outcome: event.outcome === 'timeout' ? 'timeout' : 'error', why }
  const answer = read(event.result)
  if (!answer) return { outcome: 'error', why: { code: 'answerUnreadable' } }
  const { values, left } = computedVariables(outputs, answer, sees, context)
  if (left.length === 0) return { outcome: 'ok', variables: values, why: { code: 'requestAnswered' } }
  return { outcome: 'ok', variables: values, why: { code: 'answerPartlyTaken', values: { variables: left.join(', ') } } }
}

/** Why a tool gave no answer; undefined when it gave one. */
export function whyUnanswered({ outcome, result }: Extract<NodeEvent, { type: 'toolFinished' }>): Why | undefined {
  if (outcome === 'timeout') return { code: 'requestTooSlow' }
  return outcome === 'error' ? { code: 'requestFailed', values: { failureCode: failureCode(result) } } : undefined
}

const failure = z.object({ code: z.string().min(1) })

/** The stable code a failed tool answers with. */
function failureCode(result: Json): string {
  const parsed = failure.safeParse(result)
  return parsed.success ? parsed.data.code : 'TOOL_FAILED'
}
