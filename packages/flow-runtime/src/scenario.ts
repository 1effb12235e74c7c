import type * as z from 'zod'
import type { Effect, EffectOf, EffectType } from './effects.ts'
import type { CallEvent, CallFacts } from './events.ts'
import { type Flow, flow as flowSchema } from './flow.ts'
import type { Generated } from './generation.ts'
import { begin, step } from './interpreter/interpreter.ts'
import type { Understanding } from './understanding.ts'
import type { Json } from './variables.ts'

/** Friday, November 20, 2026, 10:00 in Paris. */
const start = Date.UTC(2026, 10, 20, 9)
const noSlots: Understanding = { intent: null, confidence: 0, candidates: [], slots: [], reason: 'test', engine: 'test', tookMs: 0 }
const nothingGenerated: Generated = { text: '', exit: null, tool: null, values: {}, tookMs: 0, engine: 'test' }

/** An understanding with some slots found, all of them sure. */
export const slots = (values: Record<string, string | number | boolean>): Partial<Understanding> => ({
  slots: Object.entries(values).map(([name, value]) => ({ name, value, raw: String(value), confidence: 0.9 })),
})

/** An understanding of an intent, sure unless told otherwise. */
export const meant = (intent: string | null, confidence = 0.9, values: Parameters<typeof slots>[0] = {}): Partial<Understanding> => ({
  intent,
  confidence,
  candidates: intent === null ? [] : [{ intent, confidence }],
  ...slots(values),
})

/** A call in a test: begins the flow and plays the world, one event at a time; every state goes through JSON. */
export function scenario(document: z.input<typeof flowSchema>, facts: Partial<CallFacts> = {}) {
  const flow = flowSchema.parse(document)
  const allFacts: CallFacts = { callId: 'call', direction: 'inbound', channel: 'browser', timeZone: 'Europe/Paris', ...facts }
  const events: CallEvent[] = [{ type: 'callStarted', at: start, facts: allFacts }]
  let stepped = begin(flow, { type: 'callStarted', at: start, facts: allFacts })

  const awaited = <T extends EffectType>(type: T): EffectOf<T> => {
    const isWanted = (effect: Effect): effect is EffectOf<T> => effect.type === type
    const found = stepped.state.awaiting.find(isWanted)
    if (!found) throw new Error(`No ${type} is awaited, only ${stepped.state.awaiting.map((effect) => effect.type).join(', ')}`)
    return found
  }
  const tell = (event: CallEvent) => {
    events.push(event)
    stepped = step(flow, JSON.parse(JSON.stringify(stepped.state)), event)
    return call
  }
  const at = () => start + events.length * 1000

  const call = {
    flow,
    events,
    awaited,
    tell,
    state: () => stepped.state,
    effects: () => stepped.effects,
    types: () => stepped.effects.map(({ type }) => type),
    decisions: () => stepped.decisions,
    /** The words of the last step. */
    words: () => stepped.effects.flatMap((effect) => (effect.type === 'say' ? [effect.text] : [])).join(' '),
    spoken: () => tell({ type: 'speechFinished', at: at(), effectId: awaited('say').id, completed: true, heard: awaited('say').text }),
    interrupted: (heard: string) => tell({ type: 'speechFinished', at: at(), effectId: awaited('say').id, completed: false, heard }),
    said: (text: string, confidence = 0.9) =>
      tell({ type: 'contactSaid', at: at(), effectId: awaited('listen').id, text, confidence, language: 'en' }),
    understood: (result: Partial<Understanding>) =>
      tell({ type: 'understood', at: at(), effectId: awaited('understand').id, result: { ...noSlots, ...result } }),
    says: (text: string, result: Partial<Understanding> = {}) => call.said(text).understood(result),
    /** Keys of the telephone, one after the other. */
    key: (...keys: string[]) => {
      for (const key of keys) tell({ type: 'keyPressed', at: at(), key })
      return call
    },
    generated: (result: Partial<Generated>) =>
      tell({ type: 'generated', at: at(), effectId: awaited('generate').id, result: { ...nothingGenerated, ...result } }),
    waited: () => tell({ type: 'waitFinished', at: at(), effectId: awaited('wait').id }),
    silent: () => tell({ type: 'contactSilent', at: at(), effectId: awaited('listen').id }),
    tool: (result: Json, outcome: 'ok' | 'error' | 'timeout' = 'ok') =>
      tell({ type: 'toolFinished', at: at(), effectId: awaited('callTool').id, outcome, result }),
    transferred: (outcome: 'connected' | 'failed' | 'declined' | 'noAnswer') =>
      tell({ type: 'transferFinished', at: at(), effectId: awaited('transfer').id, outcome }),
    providerFailed: (stage: 'synthesis' | 'recognition') => tell({ type: 'providerFailed', at: at(), stage, code: 'TEST' }),
    timeUp: () => tell({ type: 'timeUp', at: at() }),
    hungUp: (by: 'contact' | 'agent' | 'system') => tell({ type: 'hungUp', at: at(), by }),
  }
  return call
}

type Document = z.input<typeof flowSchema>
type DocumentNode = NonNullable<Document['nodes']>[number]
type Data = { [T in DocumentNode['type']]: [type: T, data: Extract<DocumentNode, { type: T }>['data'], edges?: Record<string, string>] }

/** A flow in short: `{ id: [type, data, { outcome: target }] }`; the first node is the start. */
export function drawn(nodes: Record<string, Data[DocumentNode['type']]>, head: Partial<Document> = {}): Flow {
  const position = { x: 0, y: 0 }
  return flowSchema.parse({
    schemaVersion: 1,
    start: Object.keys(nodes)[0],
    ...head,
    nodes: Object.entries(nodes).map(([id, [type, data]]) => ({ id, type, position, data })),
    edges: Object.entries(nodes).flatMap(([source, [, , edges = {}]]) =>
      Object.entries(edges).map(([sourceHandle, target]) => ({ id: `${source}-${sourceHandle}`, source, sourceHandle, target })),
    ),
  })
}
