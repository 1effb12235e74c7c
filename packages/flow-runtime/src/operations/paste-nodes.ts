import type { Flow } from '../flow.ts'
import type { Operation } from './operation.ts'

export type Paste = Extract<Operation, { type: 'pasteNodes' }>

/** The same flow when an id is taken or an edge does not run among the pasted nodes. What is declared already stays as it is. */
export function pasteNodes(flow: Flow, { nodes, edges, variables, intents }: Paste): Flow {
  const ids = new Set(nodes.map(({ id }) => id))
  const edgeIds = new Set(edges.map(({ id }) => id))
  const isTaken = ids.size < nodes.length || edgeIds.size < edges.length
  const exists = flow.nodes.some(({ id }) => ids.has(id)) || flow.edges.some(({ id }) => edgeIds.has(id))
  const isLoose = edges.some(({ source, target }) => !ids.has(source) || !ids.has(target))
  if (isTaken || exists || isLoose) return flow
  return {
    ...flow,
    start: flow.nodes.length === 0 && flow.start === '' ? (nodes[0]?.id ?? '') : flow.start,
    variables: withMissing(flow.variables, variables),
    intents: withMissing(flow.intents, intents),
    nodes: [...flow.nodes, ...nodes],
    edges: edges.length > 0 ? [...flow.edges, ...edges] : flow.edges,
  }
}

function withMissing<T extends { name: string }>(declared: T[], wanted: readonly T[]): T[] {
  const names = new Set(declared.map(({ name }) => name))
  const missing = wanted.filter(({ name }) => !names.has(name) && names.add(name))
  return missing.length > 0 ? [...declared, ...missing] : declared
}
