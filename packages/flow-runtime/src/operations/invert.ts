import type { Flow } from '../flow.ts'
import { apply } from './apply.ts'
import type { Operation, SingleOperation } from './operation.ts'

/**
 * The edit that takes `operation` back, given the flow it is applied to. Undone, the flow says the same as before;
 * nodes and edges that come back stand at the end of their lists.
 */
export function invert(flow: Flow, operation: Operation): Operation {
  if (operation.type !== 'batch') return asOne(undo(flow, operation))
  const undone: SingleOperation[] = []
  let current = flow
  for (const part of operation.operations) {
    undone.unshift(...undo(current, part))
    current = apply(current, part)
  }
  return asOne(undone)
}

function asOne(operations: SingleOperation[]): Operation {
  const [only, ...more] = operations
  return only && more.length === 0 ? only : { type: 'batch', operations }
}

function undo(flow: Flow, operation: SingleOperation): SingleOperation[] {
  switch (operation.type) {
    case 'addNode': {
      if (flow.nodes.some(({ id }) => id === operation.node.id)) return []
      const becameStart = apply(flow, operation).start !== flow.start
      const removal: SingleOperation = { type: 'removeNode', id: operation.node.id }
      return becameStart ? [removal, { type: 'setStart', id: flow.start }] : [removal]
    }
    case 'moveNode':
      return flow.nodes.filter(({ id }) => id === operation.id).map(({ id, position }) => ({ type: 'moveNode', id, position }))
    case 'updateNode':
      return flow.nodes.filter(({ id }) => id === operation.id).map(({ id, data }) => ({ type: 'updateNode', id, data: { ...data } }))
    case 'removeNode':
      return undoRemoval(flow, operation.id)
    case 'connect': {
      const { id, source, sourceHandle } = operation.edge
      const replaced = flow.edges.filter((edge) => edge.id === id || (edge.source === source && edge.sourceHandle === sourceHandle))
      return [{ type: 'disconnect', id }, ...replaced.map((edge): SingleOperation => ({ type: 'connect', edge }))]
    }
    case 'disconnect':
      return flow.edges.filter(({ id }) => id === operation.id).map((edge) => ({ type: 'connect', edge }))
    case 'setStart':
      return [{ type: 'setStart', id: flow.start }]
    case 'setVariables':
      return [{ type: 'setVariables', variables: flow.variables }]
    case 'setIntents':
      return [{ type: 'setIntents', intents: flow.intents }]
    case 'setSettings':
      return [{ type: 'setSettings', settings: flow.settings }]
    case 'setLanguages':
      return [{ type: 'setLanguages', languages: flow.languages }]
    case 'setNotes':
      return [{ type: 'setNotes', notes: flow.notes }]
    case 'setInterface':
      return [{ type: 'setInterface', interface: flow.interface }]
    case 'setSubflows':
      return [{ type: 'setSubflows', subflows: flow.subflows }]
    case 'rename':
      return [{ type: 'rename', name: flow.name }]
  }
}

function undoRemoval(flow: Flow, id: string): SingleOperation[] {
  const node = flow.nodes.find((existing) => existing.id === id)
  if (!node) return []
  const edges = flow.edges.filter(({ source, target }) => source === id || target === id)
  return [
    { type: 'addNode', node },
    ...(flow.start === id ? [{ type: 'setStart' as const, id }] : []),
    ...edges.map((edge): SingleOperation => ({ type: 'connect', edge })),
  ]
}
