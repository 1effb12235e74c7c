import type { JournalEntry } from '../journal.ts'

/**
 * Which entries of a journal are events that moved its call, as far as the journal alone tells (`verifyJournal` knows it of the flow
 * that conducted the call): the first answer to an effect that was asked for, unless the recorded turns say that it came too late.
 */
export function liveEvents(entries: readonly JournalEntry[]): ReadonlySet<number> {
  const asked = new Set<string>()
  const live = new Set<number>()
  let turns = 0
  for (const [index, entry] of entries.entries()) {
    if (entry.kind === 'step') {
      for (const { id } of entry.effects) asked.add(id)
      turns = entry.state.turns
    }
    if (entry.kind !== 'event') continue
    const { event } = entry
    const id = 'effectId' in event ? event.effectId : event.type === 'taskFinished' ? event.taskId : undefined
    if (id !== undefined && !asked.delete(id)) continue
    const step = entries.slice(index + 1).find(({ kind }) => kind === 'step')
    const isLate = event.type === 'contactSaid' && step?.kind === 'step' && step.state.turns === turns
    if (!isLate) live.add(index)
  }
  return live
}
