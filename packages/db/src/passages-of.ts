import type { Decision, JournalEntry } from '@parley/flow-runtime'

/** That a call came to a node (`outcome` is empty) or left it by an outcome; `ended`: its conversation ended there. */
export type CallPassage = { nodeId: string; outcome: string; ended: boolean }

/** Where a call came by, each node and outcome once however often it passed; nodes by their whole ids. Empty for a call that never began. */
export function passagesOf(entries: readonly JournalEntry[]): CallPassage[] {
  const steps = entries.flatMap((entry) => (entry.kind === 'step' ? [entry] : []))
  const last = steps.at(-1)?.state.at
  if (last === undefined) return []
  const decisions = steps.flatMap((step) => step.decisions)
  const nodes = new Set([...steps.map(({ state }) => state.at), ...decisions.flatMap(placesOf)])
  nodes.delete('')
  const endedBy = wayOut(decisions.at(-1), last)
  const came = [...nodes].map((nodeId) => ({ nodeId, outcome: '', ended: nodeId === last && endedBy === undefined }))
  const left = new Map<string, CallPassage>()
  for (const { nodeId, outcome } of decisions) {
    if (outcome === undefined) continue
    left.set(JSON.stringify([nodeId, outcome]), { nodeId, outcome, ended: nodeId === last && outcome === endedBy })
  }
  return [...came, ...left.values()]
}

const placesOf = ({ nodeId, nextNodeId }: Decision) => (nextNodeId === undefined ? [nodeId] : [nodeId, nextNodeId])

/** The outcome that led nowhere, if that is how the conversation ended; undefined when it ended while the call stood at the node. */
const wayOut = (decision: Decision | undefined, last: string) =>
  decision?.nodeId === last && decision.nextNodeId === undefined ? decision.outcome : undefined
