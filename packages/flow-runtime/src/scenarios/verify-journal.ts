import type { Effect } from '../effects.ts'
import type { CallEvent } from '../events.ts'
import type { Flow } from '../flow.ts'
import { begin, type Stepped, step } from '../interpreter/interpreter.ts'
import type { JournalEntry } from '../journal.ts'
import type { CallState } from '../state.ts'

export type JournalVerdict =
  /** `live`: indexes of the entries that are events which moved the call; `end`: the state after the last of them. */
  | { ok: true; live: ReadonlySet<number>; started: CallStarted; end: CallState }
  /** `seq` of the first event that this flow answers otherwise; what it does and what was recorded. */
  | { ok: false; code: 'JOURNAL_OF_ANOTHER_FLOW'; seq: number; expected: string; found: string }
type CallStarted = Extract<CallEvent, { type: 'callStarted' }>

/**
 * Whether a journal is of a call that this very flow conducted: replays its events and compares each step with the recorded one
 * (node, status, effects). A journal without recorded steps has only to begin with the start of a call.
 */
export function verifyJournal(flow: Flow, entries: readonly JournalEntry[]): JournalVerdict {
  const [first] = entries.flatMap((entry) => (entry.kind === 'event' ? [entry] : []))
  if (first?.event.type !== 'callStarted') return other(first?.seq ?? 1, 'callStarted', first?.event.type ?? 'nothing')
  const started = first.event
  const live = new Set<number>()
  let stepped: Stepped | undefined
  let seq = first.seq
  let isCompared = false
  for (const [index, entry] of entries.entries()) {
    if (entry.kind === 'event') {
      const before: CallState | undefined = stepped?.state
      stepped = before ? step(flow, before, entry.event) : begin(flow, started)
      if (stepped.state !== before) live.add(index)
      seq = entry.seq
      isCompared = false
    }
    if (entry.kind !== 'step' || !stepped || isCompared) continue
    const [expected, found] = [summary(stepped.state, stepped.effects), summary(entry.state, entry.effects)]
    if (expected !== found) return other(seq, expected, found)
    isCompared = true
  }
  return { ok: true, live, started, end: (stepped ?? begin(flow, started)).state }
}

const other = (seq: number, expected: string, found: string): JournalVerdict => ({
  ok: false,
  code: 'JOURNAL_OF_ANOTHER_FLOW',
  seq,
  expected,
  found,
})

/** What a step came to, in short: node, status, and the effects with what tells them apart. */
function summary({ at, status }: Pick<CallState, 'at' | 'status'>, effects: readonly Effect[]): string {
  const asked = effects.map((effect) => `${effect.id} ${effect.type}${effect.type === 'say' ? ` ${JSON.stringify(effect.text)}` : ''}`)
  return [`${at} (${status})`, ...asked].join(', ')
}
