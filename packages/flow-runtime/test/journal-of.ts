import type { CallEvent } from '../src/events.ts'
import type { Flow } from '../src/flow.ts'
import { replay } from '../src/interpreter/interpreter.ts'
import type { JournalEntry } from '../src/journal.ts'

/** The journal a worker would have written of these events. */
export function journalOf(flow: Flow, events: readonly CallEvent[]): JournalEntry[] {
  return replay(flow, events).flatMap(({ state, effects, decisions }, index): JournalEntry[] => {
    const event = events[index]
    if (!event) return []
    const { at, variables, status, outcome, turns } = state
    const line = { at: event.at, seq: index * 2 + 1 }
    return [
      { ...line, kind: 'event', event },
      { ...line, seq: line.seq + 1, kind: 'step', state: { at, variables, status, outcome, turns }, effects, decisions },
    ]
  })
}
