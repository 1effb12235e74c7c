import type { FlowNode } from '../../flow.ts'
import { listensIn } from '../../listens-in.ts'
import type { AnyNodeType } from '../../node-type.ts'
import { nodeTypeOf } from '../../node-type-of.ts'
import { type NodeField, names, nodeFields } from '../fields.ts'
import { problemOf } from '../finding.ts'
import type { Problem } from '../problem.ts'
import type { Surroundings } from '../surroundings.ts'
import { effortOf } from './effort.ts'
import { ownProblems } from './own-problems.ts'
import { type VariableUse, variableUse } from './variable-use.ts'

/** What the checks of the graph need to know of a node, and the problems it has by itself. */
export type NodeFacts = {
  node: FlowNode
  type: AnyNodeType
  fields: readonly NodeField[]
  outcomes: readonly string[]
  /** The call waits here for the caller's words, each time. */
  listens: boolean
  /** A call that comes by the first time may pass though the node listens: the answer is known. */
  skips: boolean
  /** Intents that the node itself tells apart. */
  intents: readonly string[]
  /** Every intent a field names, with the field. */
  named: readonly { name: string; field: string }[]
  use: VariableUse
  /** The longest the node takes, in milliseconds, without the subflow it may run. */
  longestMs: number
  /** Key of the subflow it runs. */
  subflow: string | undefined
  /** Results of this flow, as a subflow, that it gives. */
  results: readonly string[]
  problems: readonly Problem[]
}

const known = new WeakMap<FlowNode, { surroundings: Surroundings; facts: NodeFacts }>()

/** Found once for a node in the same surroundings: an edit elsewhere costs nothing here. */
export function nodeFacts(node: FlowNode, surroundings: Surroundings): NodeFacts {
  const found = known.get(node)
  if (found?.surroundings === surroundings) return found.facts
  const facts = factsOf(node, surroundings)
  known.set(node, { surroundings, facts })
  return facts
}

function factsOf(node: FlowNode, surroundings: Surroundings): NodeFacts {
  const type = nodeTypeOf(node)
  const data: Readonly<Record<string, unknown>> = node.data
  const fields = nodeFields(node, surroundings.first)
  const outcomes = type.outcomes(node.data, surroundings.flow)
  const listens = listensIn(node)
  const named: { name: string; field: string }[] = []
  const results: string[] = []
  for (const { field, hint, value } of fields) {
    if (hint.widget === 'intents') for (const name of names(value)) named.push({ name, field })
    if (hint.widget === 'result' && typeof value === 'string' && value !== '') results.push(value)
  }
  const place: NodePlace = { node, type, fields, outcomes, listens }
  const found = ownProblems(place, surroundings)
  return {
    node,
    type,
    fields,
    outcomes,
    listens,
    skips: listens && data.skipIfKnown === true,
    intents: type.intents?.(node.data) ?? none,
    named,
    use: variableUse(place, surroundings),
    longestMs: effortOf(place, surroundings),
    subflow: node.type === 'subflow' ? node.data.flow : undefined,
    results,
    problems: found.length === 0 ? noProblems : found.map((finding) => problemOf(finding, surroundings.locale)),
  }
}

const none: readonly string[] = []
const noProblems: readonly Problem[] = []

/** What is known of a node before anything is concluded from it. */
export type NodePlace = Pick<NodeFacts, 'node' | 'type' | 'fields' | 'outcomes' | 'listens'>
