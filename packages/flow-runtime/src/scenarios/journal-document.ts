import * as z from 'zod'
import { callOutcomes } from '../call-outcomes.ts'
import type { Decision, Effect } from '../effects.ts'
import type { CallEvent } from '../events.ts'
import type { JournalEntry } from '../journal.ts'
import { language } from '../text.ts'

const at = z.number()
const effectId = z.string()
const answered = { outcome: z.enum(['ok', 'error', 'timeout']), result: z.json() }
const confidence = z.number()
const slot = z.object({ name: z.string(), value: z.union([z.string(), z.number(), z.boolean()]), raw: z.string(), confidence })
const understanding = z.object({
  intent: z.string().nullable(),
  confidence,
  candidates: z.array(z.object({ intent: z.string(), confidence })),
  slots: z.array(slot),
  language: language.optional(),
  closestSample: z.string().optional(),
  reason: z.string(),
  engine: z.string(),
  tookMs: z.number(),
})
const generated = z.object({
  text: z.string(),
  exit: z.string().nullable(),
  tool: z.object({ name: z.string(), input: z.json(), wrong: z.string().optional() }).nullable(),
  values: z.record(z.string(), z.json()),
  begun: z.literal(true).optional(),
  failure: z.string().optional(),
  notes: z.array(z.string()).optional(),
  usage: z
    .array(
      z.object({
        model: z.string(),
        inputTokens: z.number(),
        outputTokens: z.number(),
        estimated: z.literal(true).optional(),
        cost: z.number().optional(),
      }),
    )
    .optional(),
  summary: z.object({ text: z.string(), messages: z.number() }).optional(),
  tookMs: z.number(),
  engine: z.string(),
})
const facts = z.object({
  callId: z.string(),
  direction: z.enum(['inbound', 'outbound']),
  channel: z.enum(['browser', 'phone', 'text']),
  timeZone: z.string(),
  language: language.optional(),
  contact: z
    .object({
      id: z.string().optional(),
      name: z.string().optional(),
      phone: z.string().optional(),
      email: z.string().optional(),
      language: language.optional(),
      fields: z.record(z.string(), z.json()).optional(),
    })
    .optional(),
  lead: z.record(z.string(), z.json()).optional(),
})

const callEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('callStarted'), at, facts }),
  z.object({ type: z.literal('speechFinished'), at, effectId, completed: z.boolean(), heard: z.string() }),
  z.object({
    type: z.literal('contactSaid'),
    at,
    effectId,
    text: z.string(),
    confidence,
    language,
    alternatives: z.array(z.object({ text: z.string(), confidence })).optional(),
  }),
  z.object({ type: z.literal('contactSilent'), at, effectId }),
  z.object({ type: z.literal('keyPressed'), at, key: z.string() }),
  z.object({ type: z.literal('understood'), at, effectId, result: understanding }),
  z.object({ type: z.literal('generated'), at, effectId, result: generated }),
  z.object({ type: z.literal('toolFinished'), at, effectId, ...answered }),
  z.object({ type: z.literal('transferFinished'), at, effectId, outcome: z.enum(['connected', 'failed', 'declined', 'noAnswer']) }),
  z.object({ type: z.literal('waitFinished'), at, effectId }),
  z.object({ type: z.literal('taskFinished'), at, taskId: z.string(), ...answered }),
  z.object({ type: z.literal('machineDetected'), at }),
  z.object({ type: z.literal('outsideEvent'), at, name: z.string(), data: z.json() }),
  z.object({ type: z.literal('timeUp'), at }),
  z.object({
    type: z.literal('providerFailed'),
    at,
    stage: z.enum(['recognition', 'synthesis', 'understanding', 'tool', 'line', 'flow']),
    code: z.string(),
  }),
  z.object({ type: z.literal('hungUp'), at, by: z.enum(['contact', 'agent', 'system']) }),
]) satisfies z.ZodType<CallEvent>

/** What is read of an effect by its kind; more of it is not looked at. */
const readOfEffect: Readonly<Record<string, readonly string[]>> = {
  say: ['text', 'language'],
  listen: ['language'],
  callTool: ['tool'],
  startTask: ['task'],
}
const named = z.looseObject({ id: z.string(), type: z.string(), nodeId: z.string() })
const effect = z.custom<Effect>((value) => {
  const parsed = named.safeParse(value)
  if (!parsed.success) return false
  return (readOfEffect[parsed.data.type] ?? []).every((field) => typeof parsed.data[field] === 'string')
}, 'an effect with id, type and nodeId')
const decision = z.custom<Decision>((value) => z.looseObject({ nodeId: z.string() }).safeParse(value).success, 'a decision with nodeId')

const line = { seq: z.number().int(), at }
const journalEntry = z.discriminatedUnion('kind', [
  z.object({ ...line, kind: z.literal('event'), event: callEvent }),
  z.object({
    ...line,
    kind: z.literal('step'),
    state: z.object({
      at: z.string(),
      variables: z.record(z.string(), z.json()),
      status: z.enum(['running', 'ended']),
      outcome: z.enum(callOutcomes).optional(),
      turns: z.number(),
    }),
    effects: z.array(effect),
    decisions: z.array(decision),
  }),
  z.object({ ...line, kind: z.literal('timing'), timing: z.looseObject({ turn: z.number() }) }),
  z.object({ ...line, kind: z.literal('note'), code: z.string(), detail: z.string().optional() }),
]) satisfies z.ZodType<JournalEntry>

/** A call's journal as it is stored in a file. */
export const journalDocument = z.array(journalEntry).min(1)
