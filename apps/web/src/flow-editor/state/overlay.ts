/** What a look at the flow from outside says of a node. */
export type NodeMark = {
  /** Against another version. */
  change?: 'added' | 'changed'
  /** Calls that are there now, or that came by. */
  count?: number
  /** Passed by a scenario, a call that is replayed. */
  passed?: boolean
  /** By the search. */
  found?: boolean
  /** The share of those who came here that was lost here, between 0 and 1. */
  ended?: number
  /** The figures behind it, in words. */
  title?: string
}

/** … of an outcome. Shares are between 0 and 1, of all who came to the node. */
export type OutcomeMark = { covered?: boolean; share?: number; ended?: number; title?: string }

/** … of an edge. `share`: of the calls that came to its source. */
export type EdgeMark = { change?: 'added' | 'changed'; passed?: boolean; share?: number }

/** A node that another version has and this one has not. */
export type Ghost = { id: string; title: string; words: string; position: { x: number; y: number } }

/** A connection that another version has and this one has not. */
export type LostEdge = { id: string; from: { x: number; y: number }; to: { x: number; y: number } }

/**
 * Marks on the canvas, one kind at a time: coverage by scenarios, where calls went, calls that run now, what differs from another version.
 * Whoever opens it computes it; the cards draw it.
 */
export type Overlay = {
  kind: 'coverage' | 'calls' | 'live' | 'changes' | 'replay' | 'found'
  nodes: ReadonlyMap<string, NodeMark>
  /** By `outcomeKey`. */
  outcomes: ReadonlyMap<string, OutcomeMark>
  edges: ReadonlyMap<string, EdgeMark>
  ghosts: readonly Ghost[]
  /** What a click on a node's count does. */
  onCount?: (nodeId: string) => void
  lostEdges?: readonly LostEdge[]
}

export const outcomeKey = (nodeId: string, outcome: string): string => JSON.stringify([nodeId, outcome])

export const emptyOverlay = (kind: Overlay['kind']): Overlay => ({
  kind,
  nodes: new Map(),
  outcomes: new Map(),
  edges: new Map(),
  ghosts: [],
})
