import type { CallRecord, JournalEntry } from '@parley/flow-runtime'

/** What a `consent` node names what it asks about, when it asks whether the call may be recorded. */
const purpose = 'recording'

/** The answer, when this is one about recording. */
export const recordingConsent = (entry: CallRecord): boolean | undefined =>
  entry.what === 'consent' && entry.purpose === purpose ? entry.given : undefined

/** The newest answer in a journal. */
export function recordingConsentIn(journal: readonly JournalEntry[]): boolean | undefined {
  const answers = journal
    .flatMap((line) => (line.kind === 'step' ? line.effects : []))
    .flatMap((effect) => (effect.type === 'record' ? [recordingConsent(effect.entry)] : []))
  return answers.findLast((answer) => answer !== undefined)
}
