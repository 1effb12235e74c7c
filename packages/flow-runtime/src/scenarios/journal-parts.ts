import type { JournalEntry } from '../journal.ts'

/** The words of the agent in a part of a journal, as they were to be said. */
export const spokenIn = (entries: readonly JournalEntry[]): string =>
  entries
    .flatMap((entry) => (entry.kind === 'step' ? entry.effects : []))
    .flatMap((effect) => (effect.type === 'say' ? [effect.text] : []))
    .join(' ')

/** Where the call was after a part of a journal (whole id); undefined when the part tells of no step. */
export const standingAfter = (entries: readonly JournalEntry[]): string | undefined =>
  entries.flatMap((entry) => (entry.kind === 'step' ? [entry.state.at] : [])).at(-1)

/** How the call of a journal ended, if it did. */
export function outcomeOf(entries: readonly JournalEntry[]) {
  const last = entries.flatMap((entry) => (entry.kind === 'step' ? [entry.state] : [])).at(-1)
  return last?.status === 'ended' ? (last.outcome ?? null) : null
}
