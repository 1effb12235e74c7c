import type { JournalEntry } from '../journal.ts'

/** The nodes (whole ids) a call came by, in order, from its journal alone: works for calls of any version of a flow. */
export function journalPath(entries: readonly JournalEntry[]): string[] {
  const path: string[] = []
  const stand = (id: string) => {
    if (path.at(-1) !== id) path.push(id)
  }
  for (const entry of entries) {
    if (entry.kind !== 'step') continue
    for (const { nodeId, nextNodeId } of entry.decisions) {
      stand(nodeId)
      if (nextNodeId !== undefined) path.push(nextNodeId)
    }
    stand(entry.state.at)
  }
  return path
}
