import type { Flow, JournalEntry } from '@parley/flow-runtime'

/** The variables of a flow that hold what is personal. Of a version that cannot be read every variable may be. */
export function personalNames(flow: Flow | null, entries: readonly JournalEntry[]): string[] {
  if (!flow) return [...new Set(entries.flatMap((entry) => (entry.kind === 'step' ? Object.keys(entry.state.variables) : [])))]
  const flows = [flow, ...Object.values(flow.subflows)]
  return flows.flatMap(({ variables }) => variables.filter(({ pii }) => pii).map(({ name }) => name))
}
