import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyFlow, anyOperation } from '../../test/random-operations.ts'
import { type Flow, flow as flowSchema } from '../flow.ts'
import { apply } from './apply.ts'
import { invert } from './invert.ts'
import { operation as operationSchema } from './operation.ts'

const byId = <T extends { id: string }>(entries: readonly T[]) => [...entries].sort((a, b) => a.id.localeCompare(b.id))
const sorted = (flow: Flow) => ({ ...flow, nodes: byId(flow.nodes), edges: byId(flow.edges) })

test('any edit of any flow gives a flow, is undone and done again, and leaves what it is given as it was', () => {
  fc.assert(
    fc.property(anyFlow, anyOperation, (flow, operation) => {
      const before = JSON.stringify([flow, operation])
      const changed = apply(flow, operation)
      const inverse = invert(flow, operation)
      expect(flowSchema.parse(changed)).toEqual(changed)
      expect(operationSchema.parse(JSON.parse(JSON.stringify(inverse)))).toEqual(inverse)
      const undone = apply(changed, inverse)
      expect(sorted(undone)).toEqual(sorted(flow))
      expect(sorted(apply(undone, invert(changed, inverse)))).toEqual(sorted(changed))
      expect(JSON.stringify([flow, operation])).toBe(before)
    }),
    { numRuns: 300 },
  )
})

test('what says the same keeps its identity: an edit without effect gives the flow itself, an untouched node stays the node', () => {
  fc.assert(
    fc.property(anyFlow, anyOperation, (flow, operation) => {
      const changed = apply(flow, operation)
      if (JSON.stringify(sorted(changed)) === JSON.stringify(sorted(flow)) && operation.type !== 'batch') expect(changed).toBe(flow)
      for (const group of ['nodes', 'edges'] as const) {
        const kept = new Map(flow[group].map((entry) => [JSON.stringify(entry), entry]))
        if (new Set(flow[group].map(({ id }) => id)).size < flow[group].length || operation.type === 'batch') continue
        for (const entry of changed[group]) {
          const before = kept.get(JSON.stringify(entry))
          if (before) expect(entry).toBe(before)
        }
      }
    }),
    { numRuns: 300 },
  )
})
