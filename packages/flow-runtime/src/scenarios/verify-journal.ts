import type { Effect } from '../effects.ts'
import type { Flow } from '../flow.ts'
import { begin, type Stepped, step } from '../interpreter/interpreter.ts'
import type { JournalEntry } from '../journal.ts'
import type { CallState } from '../state.ts'

export type JournalVerdict =
  /** `states` by index of the journal's entries: the state after each event. */
  | { ok: true; live: ReadonlySet<number>; states: ReadonlyMap<number, CallState> }
  /** `seq` of the first event that this flow answers otherwise; what it does and what was recorded. */
  | { ok: false; code: 'JOURNAL_OF_ANOTHER_FLOW'; seq: number; expected: string; found: string }

/**
 * Whether a journal is of a call that this very flow conducted: replays its events and compares each step with the recorded one
 * (node, status, effects). A journal without recorded steps has only to begin with the start of a call.
 */
export function verifyJournal(flow: Flow, entries: readonly JournalEntry[]): JournalVerdict {
  const states = new Map<number, CallState>()
  const live = new Set<number>()
  let stepped: Stepped | undefined
  let last: { seq: number; index: number } | undefined
  for (const [index, entry] of entries.entries()) {
    if (entry.kind === 'event') {
      const { event } = entry
      if (!stepped && event.type !== 'callStarted') return other(entry.seq, 'callStarted', event.type)
      const before: Stepped | undefined = stepped
      if (!before) stepped = event.type === 'callStarted' ? begin(flow, event) : undefined
      else stepped = step(flow, before.state, event)
      if (!stepped) continue
      if (stepped.state !== before?.state) live.add(index)
      states.set(index, stepped.state)
      last = { seq: entry.seq, index }
    }
    if (entry.kind !== 'step' || !stepped || !last) continue
    const [expected, found] = [summary(stepped.state, stepped.effects), summary(entry.state, entry.effects)]
    if (expected !== found) return other(last.seq, expected, found)
    last = undefined
  }
  return stepped ? { ok: true, live, states } : other(entries[0]?.seq ?? 1, 'callStarted', 'nothing')
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
