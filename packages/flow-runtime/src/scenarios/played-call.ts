import type { Decision, Effect } from '../effects.ts'
import type { CallEvent, CallFacts } from '../events.ts'
import type { Flow } from '../flow.ts'
import { begin, type Stepped, step } from '../interpreter/interpreter.ts'
import type { JournalEntry } from '../journal.ts'
import type { CallState } from '../state.ts'

type WithoutTime<E> = E extends CallEvent ? Omit<E, 'at'> : never
/** An event whose time the played call knows. */
export type EventDraft = WithoutTime<Exclude<CallEvent, { type: 'callStarted' }>>

/** A call without a line: keeps the state, the time and the journal; whoever holds it plays the world. */
export type PlayedCall = {
  readonly flow: Flow
  /** The journal, as of a real call. */
  readonly entries: readonly JournalEntry[]
  /** Everything asked of the world so far, in order. */
  readonly effects: readonly Effect[]
  readonly decisions: readonly Decision[]
  state(): CallState
  tell(event: EventDraft, afterMs: number): void
}

export type PlayOptions = {
  facts: CallFacts
  /** Epoch milliseconds. */
  startedAt: number
  /** Told of every line of the journal as it is written. */
  onEntry?: (entry: JournalEntry) => void
}

/** Begins a call that is played by hand. Its time passes as it would, but only a `timeUp` ends a call for its length. */
export function playCall(flow: Flow, { facts, startedAt, onEntry }: PlayOptions): PlayedCall {
  const entries: JournalEntry[] = []
  const effects: Effect[] = []
  const decisions: Decision[] = []
  let now = startedAt

  const write = (entry: JournalEntry) => {
    entries.push(entry)
    onEntry?.(entry)
  }
  const live = (event: CallEvent, stepped: Stepped): CallState => {
    const { at, variables, status, outcome, turns } = stepped.state
    const seq = entries.length + 1
    write({ seq, at: now, kind: 'event', event })
    const state = outcome === undefined ? { at, variables, status, turns } : { at, variables, status, outcome, turns }
    write({ seq: seq + 1, at: now, kind: 'step', state, effects: stepped.effects, decisions: stepped.decisions })
    effects.push(...stepped.effects)
    decisions.push(...stepped.decisions)
    return stepped.state
  }

  const started = { type: 'callStarted' as const, at: startedAt, facts }
  let state = live(started, begin(flow, started))
  return {
    flow,
    entries,
    effects,
    decisions,
    state: () => state,
    tell: (draft, afterMs) => {
      now = Math.min(now + Math.round(afterMs), startedAt + flow.settings.maxCallMs - 1)
      const event: CallEvent = { ...draft, at: now }
      state = live(event, step(flow, state, event))
    },
  }
}
