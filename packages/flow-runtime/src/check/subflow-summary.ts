/** What a flow that runs as a subflow is to the flow around it. */
export type SubflowSummary = {
  /** It can come back by a result without listening to the caller once. */
  silent: boolean
  /** Nodes that can be passed in it without waiting, at most. */
  steps: number
  /** The longest a call can spend in it, as far as it can be told, in milliseconds. */
  longestMs: number
  /** The variables that surely have a value when it comes back, by result. */
  known: ReadonlyMap<string, ReadonlySet<string>>
}

/** What is thought of a subflow that runs itself: it is refused anyway. */
export const unknownSubflow: SubflowSummary = { silent: true, steps: 1, longestMs: 0, known: new Map() }
