import {
  apply,
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
  if (!changed.success) return nothing
  const values = Object.fromEntries(Object.entries(changed.data.data).filter(([key]) => key in data))
  const update: SingleOperation = { type: 'updateNode', id: node.id, data: values }

  const renames = Object.entries(renamed).map(([from, to]): SingleOperation => ({ type: 'renameOutcome', id: node.id, from, to }))
  const after = renames.reduce(apply, flow)
  // Where two outcomes share a name for a moment, renaming is not all that was meant, or more than that.
  if (after !== flow && apply(after, update) === after) return asOne(renames)

  const names = new Set(outcomesOf(changed.data, flow).map(({ name }) => name))
  const gone = flow.edges.filter(({ source, sourceHandle }) => source === node.id && !names.has(sourceHandle))
  return asOne([update, ...gone.map(({ id }): SingleOperation => ({ type: 'disconnect', id }))])
}

const nothing: Operation = { type: 'batch', operations: [] }

function asOne(operations: SingleOperation[]): Operation {
  const [only, ...more] = operations
  return only && more.length === 0 ? only : { type: 'batch', operations }
}

export const removeNodes = (ids: readonly string[]): Operation => asOne(ids.map((id) => ({ type: 'removeNode', id })))

/** The first outcome of a node that leads nowhere yet. */
export function openOutcome(flow: Flow, node: FlowNode): string | undefined {
  return outcomesOf(node, flow).find(({ name }) => !edgeFrom(flow, node.id, name))?.name
}
