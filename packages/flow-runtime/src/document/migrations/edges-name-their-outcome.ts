import { eachEntry } from './each-entry.ts'
import type { Migration } from './migration.ts'

/** Before version 1 an edge kept the outcome it leaves by in `outcome`. */
export const edgesNameTheirOutcome: Migration = {
  from: 0,
  name: 'edges-name-their-outcome',
  up: (document) =>
    eachEntry(document, 'edges', (edge) => {
      if (!('outcome' in edge) || 'sourceHandle' in edge) return edge
      const { outcome, ...rest } = edge
      return { ...rest, sourceHandle: outcome }
    }),
}
