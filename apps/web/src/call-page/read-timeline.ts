import {
  type Decision,
  type Effect,
  type FilledSlot,
  type JournalEntry,
  type TranscriptTurn,
  type TurnTiming,
  transcriptOf,
  type Variables,
} from '@parley/flow-runtime'
import { gapMsOf, type StageSpan, stageSpans } from '@parley/flow-runtime/turn-stages'

export type TimelineTurn = TranscriptTurn & {
  key: string
  /** Seconds after the start of the recording. */
  seconds: number
  decisions: readonly Decision[]
  slots: readonly FilledSlot[]
  bars: readonly StageSpan[]
  /** From the end of the contact's speech to the first frame of the answer. */
  gapMs?: number
  /** How the sound of the answer came to be. */
  sound?: Pick<TurnTiming, 'audio' | 'foreseen'>
}

export type Mark = { key: string; seconds: number; kind: 'note' | 'hungUp' | 'key' | 'tool' | 'transfer'; name: string; detail?: string }

export type Timeline = {
  turns: readonly TimelineTurn[]
  marks: readonly Mark[]
  /** Nodes in the order in which the call reached them. */
  path: readonly string[]
  variables: Variables
  medianGapMs?: number
}

type Reply = { decisions: Decision[]; slots: FilledSlot[]; number?: number }

/** What followed each thing the contact said (and the silences): decisions, slots, and the number of the turn. */
function repliesOf(entries: readonly JournalEntry[]): { opening: Reply; byInstant: Map<number, Reply>; byNumber: Map<number, Reply> } {
  const opening: Reply = { decisions: [], slots: [] }
  const byInstant = new Map<number, Reply>()
  const byNumber = new Map<number, Reply>()
  let current = opening
  for (const entry of entries) {
    if (entry.kind === 'event' && entry.event.type === 'contactSaid') {
      current = { decisions: [], slots: [] }
      byInstant.set(entry.event.at, current)
    }
    if (entry.kind === 'event' && entry.event.type === 'understood') current.slots.push(...entry.event.result.slots)
    if (entry.kind === 'step') {
      current.decisions.push(...entry.decisions.filter((decision) => decision.outcome !== undefined || decision.candidates.length > 0))
      if (current !== opening && current.number === undefined) {
        current.number = entry.state.turns
        byNumber.set(entry.state.turns, current)
      }
    }
  }
  return { opening, byInstant, byNumber }
}

/** A call as its page shows it: everything on one time axis that starts at `originAt` (epoch milliseconds). */
export function readTimeline(entries: readonly JournalEntry[], originAt: number): Timeline {
  const { opening, byInstant } = repliesOf(entries)
  const timings = new Map(entries.flatMap((entry) => (entry.kind === 'timing' ? [[entry.timing.turn, entry.timing] as const] : [])))
  const seconds = (at: number) => Math.max(0, (at - originAt) / 1000)
  let isFirstAgentTurn = true
  const turns = transcriptOf(entries).map((turn, index): TimelineTurn => {
    const reply = turn.speaker === 'contact' ? byInstant.get(turn.at) : isFirstAgentTurn ? opening : undefined
    if (turn.speaker === 'agent') isFirstAgentTurn = false
    const timing = turn.speaker === 'contact' && reply?.number !== undefined ? timings.get(reply.number) : undefined
    const key = `${turn.speaker}-${turn.at}-${index}`
    const { decisions = [], slots = [] } = reply ?? {}
    return { ...turn, key, seconds: seconds(turn.at), decisions, slots, ...answerTime(timing) }
  })
  const steps = entries.flatMap((entry) => (entry.kind === 'step' ? [entry] : []))
  return {
    turns,
    marks: marksOf(entries, seconds),
    path: pathOf(steps),
    variables: steps.at(-1)?.state.variables ?? {},
    medianGapMs: median(turns.flatMap(({ gapMs }) => (gapMs === undefined ? [] : [gapMs]))),
  }
}

function answerTime(timing: TurnTiming | undefined): Pick<TimelineTurn, 'bars' | 'gapMs' | 'sound'> {
  if (!timing) return { bars: [] }
  const { audio, foreseen } = timing
  return { bars: stageSpans(timing), gapMs: gapMsOf(timing), sound: { audio, foreseen } }
}

/** Every node entered, without the repetition of staying. */
function pathOf(steps: readonly Extract<JournalEntry, { kind: 'step' }>[]): string[] {
  const path: string[] = []
  const enter = (nodeId: string | undefined) => {
    if (nodeId !== undefined && path.at(-1) !== nodeId) path.push(nodeId)
  }
  for (const { decisions, state } of steps) {
    for (const { nodeId, nextNodeId } of decisions) {
      enter(nodeId)
      enter(nextNodeId)
    }
    enter(state.at)
  }
  return path
}

function marksOf(entries: readonly JournalEntry[], seconds: (at: number) => number): Mark[] {
  return entries.flatMap((entry): Mark[] => {
    const base = { key: String(entry.seq), seconds: seconds(entry.at) }
    if (entry.kind === 'note') return [{ ...base, kind: 'note', name: entry.code, detail: entry.detail }]
    if (entry.kind === 'step') return actsOf(entry.effects).map(({ id, ...act }) => ({ ...base, key: `${base.key}-${id}`, ...act }))
    if (entry.kind !== 'event') return []
    const { event } = entry
    if (event.type === 'hungUp') return [{ ...base, kind: 'hungUp', name: event.by }]
    if (event.type === 'keyPressed') return [{ ...base, kind: 'key', name: event.key }]
    return []
  })
}

/** What the flow did outside the conversation. */
const actsOf = (effects: readonly Effect[]) =>
  effects.flatMap((effect): (Pick<Mark, 'kind' | 'name'> & { id: string })[] => {
    if (effect.type === 'callTool') return [{ id: effect.id, kind: 'tool', name: effect.tool }]
    if (effect.type === 'transfer') return [{ id: effect.id, kind: 'transfer', name: effect.to }]
    return []
  })

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]
  if (upper === undefined) return undefined
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}
