import { type Flow, type FlowEdge, type FlowNode, type Language, outcomesOf } from '@parley/flow-runtime'
import { compareFlows, type FlowComparison } from '@parley/flow-runtime/compare'
import { cardHeight, cardWidth, rowHeight } from '../card-size.ts'
import { nodeTitle, spokenWords } from '../node-words.ts'
import { nodeById } from '../state/flow-lookup.ts'
import { type EdgeMark, emptyOverlay, type LostEdge, type NodeMark, type Overlay, outcomeKey } from '../state/overlay.ts'

/** What the flow on the canvas has that another version had not, and the other way round: marks, and ghosts of what is gone. */
export function changesOverlay(
  before: Flow,
  after: Flow,
  locale: Language,
  comparison: FlowComparison = compareFlows(before, after),
): Overlay {
  const { nodes, edges } = comparison
  const marks = new Map<string, NodeMark>([
    ...nodes.changed.map(({ id }): [string, NodeMark] => [id, { change: 'changed' }]),
    ...nodes.added.map(({ id }): [string, NodeMark] => [id, { change: 'added' }]),
  ])
  const edgeMarks = new Map<string, EdgeMark>([
    ...edges.added.map(({ id }): [string, EdgeMark] => [id, { change: 'added' }]),
    ...edges.retargeted.map((edge): [string, EdgeMark] => [edge.after.id, { change: 'changed' }]),
  ])
  const lost = [...edges.removed, ...edges.retargeted.map((edge) => edge.before)]
  const first = before.languages[0] ?? 'en'
  return {
    ...emptyOverlay('changes'),
    nodes: marks,
    edges: edgeMarks,
    ghosts: nodes.removed.map((node) => ({
      ...{ id: node.id, title: nodeTitle(node, locale), position: node.position },
      words: spokenWords(node, locale, first) ?? '',
    })),
    lostEdges: lost.flatMap((edge) => lostEdge(edge, before, after)),
  }
}

/** From where its outcome is, or was, to where it led. */
function lostEdge(edge: FlowEdge, before: Flow, after: Flow): LostEdge[] {
  const sides = [edge.source, edge.target].map((id) => nodeById(after, id) ?? nodeById(before, id))
  const [source, target] = sides
  if (!source || !target) return []
  const flow = nodeById(after, edge.source) ? after : before
  return [{ id: outcomeKey(edge.source, edge.sourceHandle), from: rowEnd(source, edge.sourceHandle, flow), to: entry(target) }]
}

const entry = ({ position: { x, y } }: FlowNode) => ({ x, y: y + 19 })

function rowEnd(node: FlowNode, outcome: string, flow: Flow) {
  const outcomes = outcomesOf(node, flow)
  const found = outcomes.findIndex(({ name }) => name === outcome)
  const row = found === -1 ? 0 : found
  const y = node.position.y + cardHeight(node, flow) - (outcomes.length - row - 0.5) * rowHeight
  return { x: node.position.x + cardWidth, y }
}
