import { type Flow, type FlowNode, flowNode } from '../flow.ts'
import type { Operation } from './operation.ts'

/**
 * The flow after an edit. An edit that no longer fits (its node is gone, its data is not valid) changes nothing:
 * the same flow object comes back.
 */
export function apply(flow: Flow, operation: Operation): Flow {
  switch (operation.type) {
    case 'addNode':
      return addNode(flow, operation.node)
    case 'moveNode':
      return replaceNode(flow, operation.id, (node) => ({ ...node, position: operation.position }))
    case 'updateNode':
      return replaceNode(flow, operation.id, (node) => withData(node, operation.data))
    case 'removeNode':
      return removeNode(flow, operation.id)
    case 'connect':
      return connect(flow, operation.edge)
    case 'disconnect':
      return flow.edges.some(({ id }) => id === operation.id)
        ? { ...flow, edges: flow.edges.filter(({ id }) => id !== operation.id) }
        : flow
    case 'setStart':
      return { ...flow, start: operation.id }
    case 'setVariables':
      return { ...flow, variables: operation.variables }
    case 'setIntents':
      return { ...flow, intents: operation.intents }
    case 'setSettings':
      return { ...flow, settings: operation.settings }
    case 'setLanguages':
      return { ...flow, languages: operation.languages }
    case 'setNotes':
      return { ...flow, notes: operation.notes }
    case 'setInterface':
      return { ...flow, interface: operation.interface }
    case 'setSubflows':
      return { ...flow, subflows: operation.subflows }
    case 'rename':
      return { ...flow, name: operation.name }
    case 'batch':
      return operation.operations.reduce(apply, flow)
  }
}

function addNode(flow: Flow, node: FlowNode): Flow {
  if (flow.nodes.some(({ id }) => id === node.id)) return flow
  return { ...flow, start: flow.nodes.length === 0 && flow.start === '' ? node.id : flow.start, nodes: [...flow.nodes, node] }
}

function replaceNode(flow: Flow, id: string, change: (node: FlowNode) => FlowNode): Flow {
  const before = flow.nodes.find((node) => node.id === id)
  if (!before) return flow
  const after = change(before)
  return after === before ? flow : { ...flow, nodes: flow.nodes.map((node) => (node === before ? after : node)) }
}

function withData(node: FlowNode, data: Record<string, unknown>): FlowNode {
  const changed = flowNode.safeParse({ ...node, data: { ...node.data, ...data } })
  return changed.success ? changed.data : node
}

function removeNode(flow: Flow, id: string): Flow {
  if (!flow.nodes.some((node) => node.id === id)) return flow
  return {
    ...flow,
    start: flow.start === id ? '' : flow.start,
    nodes: flow.nodes.filter((node) => node.id !== id),
    edges: flow.edges.filter(({ source, target }) => source !== id && target !== id),
  }
}

function connect(flow: Flow, edge: Flow['edges'][number]): Flow {
  const isReplaced = ({ id, source, sourceHandle }: Flow['edges'][number]) =>
    id === edge.id || (source === edge.source && sourceHandle === edge.sourceHandle)
  return { ...flow, edges: [...flow.edges.filter((existing) => !isReplaced(existing)), edge] }
}
