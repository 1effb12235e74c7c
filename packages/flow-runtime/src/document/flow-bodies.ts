import type { Flow } from '../flow.ts'
import type { Path } from './path-text.ts'

/** A graph with what it declares: the flow itself or one of its subflows. */
export type Body = Omit<Flow, 'subflows'>

/** The flow and its subflows, each with its place in the document. */
export function flowBodies(flow: Body & { subflows?: Readonly<Record<string, Body>> }): { path: Path; body: Body }[] {
  const inner = Object.entries(flow.subflows ?? {}).map(([name, body]) => ({ path: ['subflows', name], body }))
  return [{ path: [], body: flow }, ...inner]
}
