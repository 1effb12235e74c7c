import { sameValue } from '../compare/same-value.ts'
import type { Flow, FlowEdge, FlowNode } from '../flow.ts'
import { changeNode, withData } from './change-node.ts'
import { addIntent, removeIntent, updateIntent } from './edit-intents.ts'
import { addVariable, removeVariable, updateVariable } from './edit-variables.ts'
import type { Operation } from './operation.ts'
import { pasteNodes } from './paste-nodes.ts'
import { renameOutcome } from './rename-outcome.ts'
import { replaceFlow } from './replace-flow.ts'

/**
 * The flow after an edit. An edit that no longer fits (its node is gone, its name is taken, its data is not valid) or
 * says what the flow says already changes nothing: the same flow object comes back. Parts that an edit does not touch
 * keep their identity.
 */
export function apply(flow: Flow, operation: Operation): Flow {
  switch (operation.type) {
    case 'addNode':
      return addNode(flow, operation.node)
    case 'moveNode':
      return changeNode(flow, operation.id, (node) =>
        sameValue(node.position, operation.position) ? node : { ...node, position: operation.position },
      )
    case 'updateNode':
      return changeNode(flow, operation.id, (node) => withData(node, operation.data))
    case 'removeNode':
      return removeNode(flow, operation.id)
    case 'pasteNodes':
      return pasteNodes(flow, operation)
    case 'renameOutcome':
      return renameOutcome(flow, operation.id, operation.from, operation.to)
    case 'connect':
      return connect(flow, operation.edge)
    case 'disconnect':
      return flow.edges.some(({ id }) => id === operation.id)
        ? { ...flow, edges: flow.edges.filter(({ id }) => id !== operation.id) }
        : flow
    case 'setStart':
      return operation.id === '' || hasNode(flow, operation.id) ? withPart(flow, 'start', operation.id) : flow
    case 'addVariable':
      return addVariable(flow, operation.variable)
    case 'updateVariable':
      return updateVariable(flow, operation.name, operation.variable)
    case 'removeVariable':
      return removeVariable(flow, operation.name)
    case 'setVariables':
      return withPart(flow, 'variables', operation.variables)
    case 'addIntent':
      return addIntent(flow, operation.intent)
    case 'updateIntent':
      return updateIntent(flow, operation.name, operation.intent)
    case 'removeIntent':
      return removeIntent(flow, operation.name)
    case 'setIntents':
      return withPart(flow, 'intents', operation.intents)
    case 'setSettings':
      return withPart(flow, 'settings', operation.settings)
    case 'setLanguages':
      return withPart(flow, 'languages', operation.languages)
    case 'setNotes':
      return withPart(flow, 'notes', operation.notes)
    case 'setInterface':
      return withPart(flow, 'interface', operation.interface)
    case 'setSubflows':
      return withPart(flow, 'subflows', operation.subflows)
    case 'rename':
      return withPart(flow, 'name', operation.name)
    case 'replaceFlow':
      return replaceFlow(flow, operation.flow)
    case 'batch':
      return operation.operations.reduce(apply, flow)
  }
}

const hasNode = (flow: Flow, id: string) => flow.nodes.some((node) => node.id === id)

const withPart = <Part extends keyof Flow>(flow: Flow, part: Part, value: Flow[Part]): Flow =>
  sameValue(flow[part], value) ? flow : { ...flow, [part]: value }

function addNode(flow: Flow, node: FlowNode): Flow {
  if (hasNode(flow, node.id)) return flow
  return { ...flow, start: flow.nodes.length === 0 && flow.start === '' ? node.id : flow.start, nodes: [...flow.nodes, node] }
}

function removeNode(flow: Flow, id: string): Flow {
  if (!hasNode(flow, id)) return flow
  const edges = flow.edges.filter(({ source, target }) => source !== id && target !== id)
  return {
    ...flow,
    start: flow.start === id ? '' : flow.start,
    nodes: flow.nodes.filter((node) => node.id !== id),
    edges: edges.length < flow.edges.length ? edges : flow.edges,
  }
}

function connect(flow: Flow, edge: FlowEdge): Flow {
  if (!hasNode(flow, edge.source) || !hasNode(flow, edge.target)) return flow
  const isReplaced = ({ id, source, sourceHandle }: FlowEdge) =>
    id === edge.id || (source === edge.source && sourceHandle === edge.sourceHandle)
  const replaced = flow.edges.filter(isReplaced)
  const same = replaced.find((existing) => sameValue(existing, edge))
  if (same && replaced.length === 1) return flow
  return { ...flow, edges: [...flow.edges.filter((existing) => !isReplaced(existing)), same ?? edge] }
}
