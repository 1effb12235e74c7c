import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyFlow, anyOperation } from '../../test/random-operations.ts'
import { sameValue } from '../compare/same-value.ts'
import { type Flow, type FlowNode, flow as flowSchema } from '../flow.ts'
import { apply } from '../operations/apply.ts'
import type { Operation } from '../operations/operation.ts'
import { mergeFlows } from './merge-flows.ts'

const byId = <T extends { id: string }>(entries: readonly T[]) => new Map(entries.map((entry) => [entry.id, entry]))
const hasTwins = (flow: Flow) => byId(flow.nodes).size < flow.nodes.length || byId(flow.edges).size < flow.edges.length
const edits = fc.array(
  anyOperation.filter(({ type }) => type !== 'replaceFlow'),
  { minLength: 1, maxLength: 6 },
)
const after = (flow: Flow, operations: readonly Operation[]) => operations.reduce(apply, flow)

/** Two people who start from one flow. */
const twoPeople = fc
  .tuple(
    anyFlow.filter((flow) => !hasTwins(flow)),
    edits,
    edits,
  )
  .map(([base, first, second]) => ({ base, mine: after(base, first), theirs: after(base, second) }))
  .filter(({ mine, theirs }) => !hasTwins(mine) && !hasTwins(theirs))

const dataOf = (node: FlowNode | undefined): Record<string, unknown> => ({ ...node?.data })

test('whoever saves first, both end with one flow, and it can be read', () => {
  fc.assert(
    fc.property(twoPeople, ({ base, mine, theirs }) => {
      const before = JSON.stringify([base, mine, theirs])
      // They save first. I merge over it and save; they have nothing unsaved and take what I saved.
      const merged = mergeFlows(base, mine, theirs).flow
      const taken = mergeFlows(theirs, theirs, merged).flow
      expect(taken).toEqual(merged)
      expect(flowSchema.parse(merged)).toEqual(merged)
      expect(hasTwins(merged)).toBe(false)
      expect(JSON.stringify([base, mine, theirs])).toBe(before)
    }),
    { numRuns: 200 },
  )
})

test('no edit that meets no other one is lost, of nodes, their fields and what is declared', () => {
  fc.assert(
    fc.property(twoPeople, ({ base, mine, theirs }) => {
      const { flow, conflicts, renamed } = mergeFlows(base, mine, theirs)
      const [old, merged] = [byId(base.nodes), byId(flow.nodes)]
      for (const [side, other] of [
        [mine, theirs],
        [theirs, mine],
      ] as const) {
        const theirNodes = byId(other.nodes)
        for (const node of side.nodes) {
          const id = side === mine ? (renamed.get(node.id) ?? node.id) : node.id
          const [before, opposite, result] = [old.get(node.id), theirNodes.get(node.id), merged.get(id)]
          if (!before || !sameValue(before, node)) expect(result, `node ${id} somebody worked on`).toBeDefined()
          if (before?.type !== node.type || (opposite && opposite.type !== node.type)) continue
          for (const [field, value] of Object.entries(dataOf(node))) {
            const was = dataOf(before)[field]
            const isMineAlone = !opposite || sameValue(dataOf(opposite)[field], was)
            const isOnOffer = conflicts.some((conflict) => conflict.nodeId === id)
            if (!sameValue(value, was) && isMineAlone && !isOnOffer) expect(dataOf(result)[field]).toEqual(value)
          }
        }
        for (const part of ['variables', 'intents'] as const) {
          const names = (from: Flow) => from[part].map(({ name }) => name)
          const added = names(side).filter((name) => !names(base).includes(name))
          expect(names(flow)).toEqual(expect.arrayContaining(added))
        }
        for (const part of ['name', 'settings', 'languages', 'interface', 'notes', 'subflows'] as const)
          if (sameValue(other[part], base[part])) expect(flow[part]).toEqual(side[part])
      }
    }),
    { numRuns: 200 },
  )
})

test('connections: one that only one of them changed stands as they made it', () => {
  fc.assert(
    fc.property(twoPeople, ({ base, mine, theirs }) => {
      const { flow, renamed } = mergeFlows(base, mine, theirs)
      if (renamed.size > 0) return
      const ids = new Set(flow.nodes.map(({ id }) => id))
      const target = (from: Flow, source: string, outcome: string) =>
        from.edges.findLast((edge) => edge.source === source && edge.sourceHandle === outcome)?.target
      for (const [side, other] of [
        [mine, theirs],
        [theirs, mine],
      ] as const) {
        const there = byId(side.nodes)
        for (const { source, sourceHandle, target: wanted } of side.edges) {
          if (!there.has(source) || !there.has(wanted)) continue
          const was = target(base, source, sourceHandle)
          if (wanted === was || target(side, source, sourceHandle) !== wanted || target(other, source, sourceHandle) !== was) continue
          expect(ids.has(source) && ids.has(wanted)).toBe(true)
          expect(target(flow, source, sourceHandle)).toBe(wanted)
        }
      }
    }),
    { numRuns: 200 },
  )
})
