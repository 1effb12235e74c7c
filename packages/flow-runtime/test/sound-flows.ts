import type fc from 'fast-check'
import { check } from '../src/check/check.ts'
import type { Flow, FlowNode } from '../src/flow.ts'
import { nodeTypeOf } from '../src/node-type-of.ts'
import { apply } from '../src/operations/apply.ts'
import type { SingleOperation } from '../src/operations/operation.ts'
import { anyCall } from './random-calls.ts'
import { writtenRight } from './written-right.ts'

/** Rounds of repairs at most; what is still broken then is not played. */
const rounds = 12

/**
 * Flows the checker finds no error in, from random ones: what it complains of is mended without its help (words are written right, nodes
 * become sentences, edges lead to an end), so that only its silence is relied on.
 */
export const soundFlow: fc.Arbitrary<Flow> = anyCall.flow
  .map((flow) => mended(writtenRight({ ...flow, subflows: mendedSubflows(flow) })))
  .filter((flow): flow is Flow => flow !== undefined)

function mendedSubflows({ subflows }: Flow): Flow['subflows'] {
  const bodies = Object.entries(subflows).map(([key, body]) => {
    const mendedBody = mended(writtenRight({ ...body, subflows: {} }))
    const { subflows: _, ...own } = mendedBody ?? { ...body, nodes: [], subflows: {} }
    return [key, own] as const
  })
  return Object.fromEntries(bodies)
}

function mended(flow: Flow): Flow | undefined {
  let current = apply(flow, { type: 'addNode', node: lastNode })
  for (let round = 0; round < rounds; round += 1) {
    const errors = check(current).filter(({ severity }) => severity === 'error')
    if (errors.length === 0) return current
    for (const { nodeId } of errors) {
      const node = current.nodes.find(({ id }) => id === nodeId)
      if (!node) continue
      const outcomes = nodeTypeOf(node).outcomes(node.data, current)
      const repairs = round < rounds / 2 ? ledToTheEnd(node, outcomes[round % Math.max(1, outcomes.length)]) : replaced(node, round)
      for (const repair of repairs) current = apply(current, repair)
    }
  }
  return undefined
}

const ledToTheEnd = ({ id: source }: FlowNode, sourceHandle: string | undefined): SingleOperation[] =>
  sourceHandle === undefined ? [] : [{ type: 'connect', edge: { id: `${source}-${sourceHandle}`, source, sourceHandle, target: 'last' } }]

const lastNode: FlowNode = { id: 'last', type: 'end', position: { x: 0, y: 0 }, data: { text: 'Bye.', outcome: 'completed', result: '' } }

/** A sentence that leads to the end, in place of a node that cannot be mended. */
function replaced(node: FlowNode, round: number): SingleOperation[] {
  const sentence: FlowNode = {
    id: node.id,
    type: 'say',
    position: node.position,
    data: { text: { en: 'Well.', fr: 'Bon.' }, interruptible: true },
  }
  const edge = { id: `${node.id}-next-${round}`, source: node.id, sourceHandle: 'next', target: 'last' }
  return [
    { type: 'removeNode', id: node.id },
    { type: 'addNode', node: sentence },
    { type: 'connect', edge },
    { type: 'setStart', id: 'n0' },
  ]
}
