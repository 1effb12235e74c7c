import {
  type Flow,
  type FlowEdge,
  type FlowNode,
  flowNode,
  type NodeType,
  type Operation,
  outcomesOf,
  type SingleOperation,
} from '@parley/flow-runtime'
import { cardWidth, freePlace } from './card-size.ts'
import { edgeFrom, nodeById } from './state/flow-lookup.ts'

type Point = { x: number; y: number }

/** A readable id that no node of the flow has: `ask`, `ask2`, … */
export function newNodeId(flow: Flow, type: string): string {
  for (let number = 1; ; number++) {
    const id = number === 1 ? type : `${type}${number}`
    if (!nodeById(flow, id)) return id
  }
}

export const newEdge = (source: string, sourceHandle: string, target: string): FlowEdge => ({
  id: `${source}-${sourceHandle}-${target}`,
  source,
  sourceHandle,
  target,
})

type Added = { node: FlowNode; operation: Operation }

/** A new node at a free place near `at`. */
export function placeNode(flow: Flow, type: NodeType, at: Point): Added {
  const draft = flowNode.parse({ id: newNodeId(flow, type), type, position: at, data: {} })
  const node = { ...draft, position: freePlace(flow, draft, at) }
  return { node, operation: { type: 'addNode', node } }
}

/** A new node to the right of another node, connected to one of its outcomes. */
export function placeNodeAfter(flow: Flow, type: NodeType, source: FlowNode, outcome: string, at?: Point): Added {
  const row = outcomesOf(source, flow).findIndex(({ name }) => name === outcome)
  const beside = { x: source.position.x + cardWidth + 100, y: source.position.y + Math.max(0, row) * 40 }
  const { node } = placeNode(flow, type, at ?? beside)
  const operations: SingleOperation[] = [
    { type: 'addNode', node },
    { type: 'connect', edge: newEdge(source.id, outcome, node.id) },
  ]
  return { node, operation: { type: 'batch', operations } }
}

/** Copies of nodes, a little lower, with the connections among them. */
export function duplicateNodes(flow: Flow, ids: readonly string[]): { operation: Operation; ids: string[] } {
  const copies = new Map<string, string>()
  const operations: SingleOperation[] = []
  let current = flow
  for (const id of ids) {
    const node = nodeById(flow, id)
    if (!node) continue
    const copy = { ...node, id: newNodeId(current, node.type) }
    const placed = { ...copy, position: freePlace(current, copy, { x: node.position.x + 40, y: node.position.y + 40 }) }
    copies.set(id, placed.id)
    operations.push({ type: 'addNode', node: placed })
    current = { ...current, nodes: [...current.nodes, placed] }
  }
  for (const edge of flow.edges) {
    const [source, target] = [copies.get(edge.source), copies.get(edge.target)]
    if (source && target) operations.push({ type: 'connect', edge: newEdge(source, edge.sourceHandle, target) })
  }
  return { operation: { type: 'batch', operations }, ids: [...copies.values()] }
}

/**
 * Changes a node's settings and keeps its connections true: an outcome that was renamed takes its edge along, the
 * edge of one that is gone goes too.
 */
export function changeNode(
  flow: Flow,
  node: FlowNode,
  data: Record<string, unknown>,
  renamed: Readonly<Record<string, string>> = {},
): Operation {
  const changed = flowNode.safeParse({ ...node, data: { ...node.data, ...data } })
  if (!changed.success) return { type: 'batch', operations: [] }
  const { data: parsed } = changed.data
  const values = Object.fromEntries(Object.entries(parsed).filter(([key]) => key in data))
  const update: SingleOperation = { type: 'updateNode', id: node.id, data: values }
  const names = new Set(outcomesOf(changed.data, flow).map(({ name }) => name))
  const edges = flow.edges.flatMap((edge): SingleOperation[] => {
    if (edge.source !== node.id) return []
    const to = renamed[edge.sourceHandle]
    if (to !== undefined && !names.has(edge.sourceHandle)) {
      return [
        { type: 'disconnect', id: edge.id },
        { type: 'connect', edge: newEdge(node.id, to, edge.target) },
      ]
    }
    return names.has(edge.sourceHandle) ? [] : [{ type: 'disconnect', id: edge.id }]
  })
  return edges.length === 0 ? update : { type: 'batch', operations: [update, ...edges] }
}

export const removeNodes = (ids: readonly string[]): Operation =>
  ids.length === 1 && ids[0] !== undefined
    ? { type: 'removeNode', id: ids[0] }
    : { type: 'batch', operations: ids.map((id) => ({ type: 'removeNode', id })) }

/** The first outcome of a node that leads nowhere yet. */
export function openOutcome(flow: Flow, node: FlowNode): string | undefined {
  return outcomesOf(node, flow).find(({ name }) => !edgeFrom(flow, node.id, name))?.name
}
