import type { CallOutcome, Flow, JournalEntry, Json, TranscriptTurn, Why } from '@parley/flow-runtime'
import { transcriptOf } from '@parley/flow-runtime'

/** What the drawer and the canvas show of a running call. */
export type LiveCall = {
  entries: readonly JournalEntry[]
  turns: readonly TranscriptTurn[]
  currentNodeId?: string
  nodeIds: ReadonlySet<string>
  edgeIds: ReadonlySet<string>
  variables: Readonly<Record<string, Json>>
  /** The flow waits for the contact's words. */
  isListening: boolean
  /** Why the newest decision was taken. */
  lastWhy?: Why
  outcome?: CallOutcome
}

export const noLiveCall: LiveCall = { entries: [], turns: [], nodeIds: new Set(), edgeIds: new Set(), variables: {}, isListening: false }

/** Inside a subflow (`node/inner`) the canvas shows the node that runs it. */
const onCanvas = (wholeId: string): string => wholeId.split('/')[0] ?? wholeId

/** The call after more of its journal; entries that were seen already (a resumed stream) change nothing. */
export function advance(call: LiveCall, flow: Pick<Flow, 'edges'>, more: readonly JournalEntry[]): LiveCall {
  const lastSeq = call.entries.at(-1)?.seq ?? 0
  const fresh = more.filter((entry) => entry.seq > lastSeq)
  if (fresh.length === 0) return call
  const entries = [...call.entries, ...fresh]
  const nodeIds = new Set(call.nodeIds)
  const edgeIds = new Set(call.edgeIds)
  let { currentNodeId, variables, isListening, lastWhy, outcome } = call
  for (const entry of fresh) {
    if (entry.kind === 'event' && entry.event.type === 'contactSaid') isListening = false
    if (entry.kind !== 'step') continue
    for (const decision of entry.decisions) {
      nodeIds.add(onCanvas(decision.nodeId))
      lastWhy = decision.why
      const edge = flow.edges.find(({ source, sourceHandle }) => source === decision.nodeId && sourceHandle === decision.outcome)
      if (edge && decision.nextNodeId === edge.target) edgeIds.add(edge.id)
    }
    currentNodeId = entry.state.status === 'ended' ? undefined : onCanvas(entry.state.at)
    if (entry.state.at !== '') nodeIds.add(onCanvas(entry.state.at))
    variables = entry.state.variables
    outcome = entry.state.outcome
    if (entry.effects.some(({ type }) => type === 'listen')) isListening = true
    if (entry.state.status === 'ended') isListening = false
  }
  return { entries, turns: transcriptOf(entries), currentNodeId, nodeIds, edgeIds, variables, isListening, lastWhy, outcome }
}
