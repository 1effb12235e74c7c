import type { Flow, Operation, SingleOperation } from '@parley/flow-runtime'

/** The edit that turns one document into another. */
export function replacing(from: Flow, to: Flow): Operation {
  const operations: SingleOperation[] = [
    ...from.nodes.map(({ id }): SingleOperation => ({ type: 'removeNode', id })),
    { type: 'setVariables', variables: to.variables },
    { type: 'setIntents', intents: to.intents },
    { type: 'setSettings', settings: to.settings },
    { type: 'setLanguages', languages: to.languages },
    { type: 'setNotes', notes: to.notes },
    { type: 'setInterface', interface: to.interface },
    { type: 'setSubflows', subflows: to.subflows },
    ...to.nodes.map((node): SingleOperation => ({ type: 'addNode', node })),
    ...to.edges.map((edge): SingleOperation => ({ type: 'connect', edge })),
    { type: 'setStart', id: to.start },
  ]
  return { type: 'batch', operations }
}
