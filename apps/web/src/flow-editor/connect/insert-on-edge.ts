import {
  type Flow,
  type FlowEdge,
  type FlowNode,
  type NodeType,
  type Operation,
  outcomesOf,
  type SingleOperation,
} from '@parley/flow-runtime'
import { cardWidth } from '../card-size.ts'
import { newEdge, placeNode } from '../node-edits.ts'
import { nodeById } from '../state/flow-lookup.ts'

type Point = { x: number; y: number }

/** The connections that lead an edge through a node: in by its end, on by the node's first outcome where it has one. */
export function leadThrough(flow: Flow, edge: FlowEdge, node: FlowNode): SingleOperation[] {
  const [first] = outcomesOf(node, flow)
  return [
    { type: 'connect', edge: newEdge(edge.source, edge.sourceHandle, node.id) },
    ...(first ? [{ type: 'connect' as const, edge: newEdge(node.id, first.name, edge.target) }] : []),
  ]
}

/** A new node between the two ends of an edge: near `at`, else half-way, where there is room. */
export function insertOnEdge(flow: Flow, type: NodeType, edge: FlowEdge, at?: Point): { node: FlowNode; operation: Operation } {
  const [source, target] = [nodeById(flow, edge.source), nodeById(flow, edge.target)]
  const halfWay = {
    x: source && target ? Math.max(source.position.x + cardWidth + 60, (source.position.x + target.position.x) / 2) : 0,
    y: source && target ? (source.position.y + target.position.y) / 2 : 0,
  }
  const { node } = placeNode(flow, type, at ?? halfWay)
  return { node, operation: { type: 'batch', operations: [{ type: 'addNode', node }, ...leadThrough(flow, edge, node)] } }
}

/** True while no connection touches the node: it can be put onto an edge. */
export const isLoose = (flow: Flow, id: string): boolean => !flow.edges.some(({ source, target }) => source === id || target === id)
