import type { Decision, Flow, JournalEntry } from '@parley/flow-runtime'
import type { TimelineTurn } from '../call-page/read-timeline.ts'
import { edgeFrom } from '../flow-editor/state/flow-lookup.ts'

/** One stop of a replayed call: where it stood, and everything it had come by until then. */
export type ReplayFrame = {
  /** After the start of the recording (or of the call). */
  seconds: number
  /** Whole id; undefined before the first step. */
  nodeId?: string
  /** What was decided at this stop, those that led somewhere. */
  decisions: readonly Decision[]
  /** The last things said by then. */
  turns: readonly TimelineTurn[]
  /** Nodes and edges of the canvas that were passed. */
  nodeIds: ReadonlySet<string>
  edgeIds: ReadonlySet<string>
}

type FlowWithEdges = Pick<Flow, 'nodes' | 'edges'>
type Step = Extract<JournalEntry, { kind: 'step' }>

/** What happens within so many seconds is one stop: the words and what was made of them. */
const togetherSeconds = 0.05

/** A question and its answer. */
const linesShown = 2

/** Inside a subflow (`node/inner`) the canvas shows the node that runs it. */
export const onCanvas = (wholeId: string): string => wholeId.split('/')[0] ?? wholeId

/** The stops of a past call: whenever something was said, or the call moved. `originAt`: epoch milliseconds of second 0. */
export function replayFrames(
  flow: Flow,
  entries: readonly JournalEntry[],
  turns: readonly TimelineTurn[],
  originAt: number,
): ReplayFrame[] {
  const steps = entries.flatMap((entry) => (entry.kind === 'step' && entry.state.at !== '' ? [entry] : []))
  const secondsOf = (step: Step) => Math.max(0, (step.at - originAt) / 1000)
  const frames: ReplayFrame[] = []
  let passed: Pick<ReplayFrame, 'nodeId' | 'nodeIds' | 'edgeIds'> = { nodeIds: new Set(), edgeIds: new Set() }
  let [step, turn] = [0, 0]
  for (const start of startsOf(steps.filter(moves).map(secondsOf), turns)) {
    const until = start + togetherSeconds
    const decisions: Decision[] = []
    for (let next = steps[step]; next && secondsOf(next) <= until; next = steps[++step]) {
      decisions.push(...next.decisions.filter(({ outcome }) => outcome !== undefined))
      passed = after(passed, flow, next)
    }
    while ((turns[turn]?.seconds ?? Number.POSITIVE_INFINITY) <= until) turn += 1
    frames.push({ seconds: start, decisions, turns: turns.slice(Math.max(0, turn - linesShown), turn), ...passed })
  }
  return frames
}

const moves = (step: Step, index: number, all: readonly Step[]) =>
  step.state.at !== all[index - 1]?.state.at || step.decisions.some(({ outcome }) => outcome !== undefined)

/** The instants at which something begins, those close together as one. */
function startsOf(steps: readonly number[], turns: readonly TimelineTurn[]): number[] {
  const starts: number[] = []
  for (const seconds of [...steps, ...turns.map((turn) => turn.seconds)].sort((a, b) => a - b)) {
    const last = starts.at(-1)
    if (last === undefined || seconds > last + togetherSeconds) starts.push(seconds)
  }
  return starts
}

function after(before: Pick<ReplayFrame, 'nodeId' | 'nodeIds' | 'edgeIds'>, flow: Flow, { state, decisions }: Step) {
  const nodeIds = new Set(before.nodeIds)
  const edgeIds = new Set(before.edgeIds)
  for (const { nodeId, outcome, nextNodeId } of decisions) {
    nodeIds.add(onCanvas(nodeId))
    const edge = outcome === undefined ? undefined : edgeFrom(flow, nodeId, outcome)
    if (edge && nextNodeId === edge.target) edgeIds.add(edge.id)
  }
  nodeIds.add(onCanvas(state.at))
  return { nodeId: state.at, nodeIds, edgeIds }
}

/** The stops of a way through a flow of which only the nodes are known (whole ids), one a second. */
export function pathFrames(flow: FlowWithEdges, path: readonly string[]): ReplayFrame[] {
  const places = path.map(onCanvas).filter((id, index, all) => id !== '' && id !== all[index - 1])
  return places.map((nodeId, index) => {
    const until = places.slice(0, index + 1)
    const edges = flow.edges.filter(({ source, target }) => until.some((id, place) => id === source && until[place + 1] === target))
    return { seconds: index, nodeId, decisions: [], turns: [], nodeIds: new Set(until), edgeIds: new Set(edges.map(({ id }) => id)) }
  })
}

/** The stop at a position, by its index; 0 before the first. */
export const frameAt = (frames: readonly ReplayFrame[], seconds: number): number =>
  Math.max(
    0,
    frames.findLastIndex((frame) => frame.seconds <= seconds + 0.001),
  )
