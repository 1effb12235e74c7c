import type { Flow } from '../flow.ts'
import type { Operation } from '../operations/operation.ts'

/** Both changed the same: mine stayed. `take` puts theirs there instead. */
export type MergeConflict = {
  nodeId?: string
  /** Field of the node's data, outcome of the node, or part of the flow. */
  field: string
  mine: unknown
  theirs: unknown
  take: Operation
}

export type MergedFlow = {
  flow: Flow
  conflicts: readonly MergeConflict[]
  /** Nodes that one took out while the other worked on them: they stay. */
  kept: readonly string[]
  /** Nodes of mine that had to give way to another new node of the same id: their new ids. */
  renamed: ReadonlyMap<string, string>
}
