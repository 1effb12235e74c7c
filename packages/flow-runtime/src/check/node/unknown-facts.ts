import type { Flow, FlowNode } from '../../flow.ts'
import { unknownNodeType } from '../../unknown-node-type.ts'
import { problemOf } from '../finding.ts'
import type { Surroundings } from '../surroundings.ts'
import type { NodeFacts } from './node-facts.ts'

/** NODE_TYPE_UNKNOWN: all that can be said of a node of another release. Its outcomes are those its connections name. */
export function unknownFacts(node: FlowNode, edges: Flow['edges'], { locale }: Surroundings): NodeFacts {
  const outcomes = new Set(edges.filter(({ source }) => source === node.id).map(({ sourceHandle }) => sourceHandle))
  return {
    node,
    type: unknownNodeType,
    fields: [],
    outcomes: [...outcomes],
    listens: true,
    skips: false,
    intents: [],
    named: [],
    use: { reads: [], mentions: [], fills: [], known: [...outcomes].map(() => []), forgotten: [] },
    longestMs: 0,
    subflow: undefined,
    results: [],
    problems: [problemOf({ code: 'NODE_TYPE_UNKNOWN', nodeId: node.id, values: { type: node.type } }, locale)],
  }
}
