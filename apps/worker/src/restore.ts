import { type CallEvent, type Flow, type JournalEntry, replay, type Stepped } from '@parley/flow-runtime'

export type Restored = {
  stepped: Stepped
  failureCode?: string /** The last event's step was not stored any more. */
  stepMissing: boolean
}

/** The state a journal leaves; undefined when the conversation had not begun. Throws where the flow itself would. */
export function restore(flow: Flow, journal: readonly JournalEntry[]): Restored | undefined {
  const events: CallEvent[] = []
  let failureCode: string | undefined
  let stepMissing = false
  for (const entry of journal) {
    if (entry.kind === 'step') stepMissing = false
    if (entry.kind !== 'event') continue
    events.push(entry.event)
    stepMissing = true
    if (entry.event.type === 'providerFailed') failureCode ??= entry.event.code
  }
  if (events.length === 0) return undefined
  const stepped = replay(flow, events).at(-1)
  return stepped && { stepped, failureCode, stepMissing }
}
