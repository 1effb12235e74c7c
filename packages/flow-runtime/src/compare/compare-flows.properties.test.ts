import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyFlow, anyOperation } from '../../test/random-operations.ts'
import type { Flow } from '../flow.ts'
import { apply } from '../operations/apply.ts'
import { compareFlows } from './compare-flows.ts'
import { describeComparison } from './describe-comparison.ts'
import { sameValue } from './same-value.ts'

const isUnique = ({ nodes, edges }: Flow) => {
  const outcomes = edges.map(({ source, sourceHandle }) => `${source} ${sourceHandle}`)
  return new Set(nodes.map(({ id }) => id)).size === nodes.length && new Set(outcomes).size === edges.length
}
const names = (entries: readonly { name: string }[]) => new Set(entries.map(({ name }) => name))
/** Keys whose entries were added, removed or changed, found the plain way. */
function touched<T>(before: readonly T[], after: readonly T[], key: (entry: T) => string, isSame: (a: T, b: T) => boolean): Set<string> {
  const [old, now] = [new Map(before.map((entry) => [key(entry), entry])), new Map(after.map((entry) => [key(entry), entry]))]
  return new Set(
    [...old.keys(), ...now.keys()].filter((each) => {
      const [a, b] = [old.get(each), now.get(each)]
      return a === undefined || b === undefined || !isSame(a, b)
    }),
  )
}

test('a flow is the same as itself, read anew and in another order', () => {
  fc.assert(
    fc.property(anyFlow, (flow) => {
      expect(compareFlows(flow, flow).isSame).toBe(true)
      const copy: Flow = JSON.parse(JSON.stringify(flow))
      if (isUnique(flow)) copy.nodes.reverse()
      expect(compareFlows(flow, copy).isSame).toBe(true)
    }),
  )
})

test('an edit differs in exactly what it touched, mirrored the other way round, and every difference has its line', () => {
  fc.assert(
    fc.property(anyFlow.filter(isUnique), anyOperation, (flow, operation) => {
      const changed = apply(flow, operation)
      fc.pre(isUnique(changed))
      const { nodes, edges, variables, intents, ...rest } = compareFlows(flow, changed)
      const renamed = new Map(nodes.renamed.map(({ before, after }) => [before, after]))
      const before = flow.nodes.map((node) => ({ ...node, id: renamed.get(node.id) ?? node.id }))
      const ids = [...nodes.added, ...nodes.removed, ...nodes.changed].map(({ id }) => id)
      const sameNode = (a: { type: string; data: object }, b: { type: string; data: object }) =>
        a.type === b.type && sameValue(a.data, b.data)
      expect(new Set(ids)).toEqual(touched(before, changed.nodes, ({ id }) => id, sameNode))
      expect(new Set(nodes.moved.map(({ id }) => id))).toEqual(
        new Set(
          changed.nodes
            .filter(({ id, position }) => before.some((old) => old.id === id && !sameValue(old.position, position)))
            .map(({ id }) => id),
        ),
      )
      const leaving = ({ source, sourceHandle }: Flow['edges'][number]) => JSON.stringify([renamed.get(source) ?? source, sourceHandle])
      const named = [...edges.added, ...edges.removed, ...edges.retargeted.map(({ after }) => after)].map(leaving)
      const sameTarget = (a: { target: string }, b: { target: string }) => (renamed.get(a.target) ?? a.target) === b.target
      expect(new Set(named)).toEqual(touched(flow.edges, changed.edges, leaving, sameTarget))
      for (const [group, part] of [
        ['variables', variables],
        ['intents', intents],
      ] as const) {
        if (names(flow[group]).size < flow[group].length || names(changed[group]).size < changed[group].length) continue
        const found = [...part.added, ...part.removed, ...part.changed].map(({ name }) => name)
        expect(new Set(found)).toEqual(touched<{ name: string }>(flow[group], changed[group], ({ name }) => name, sameValue))
      }
      expect(rest.name !== undefined).toBe(flow.name !== changed.name)
      expect(rest.languages !== undefined).toBe(!sameValue(flow.languages, changed.languages))
      expect(rest.settings.length > 0).toBe(!sameValue(flow.settings, changed.settings))

      const mirrored = compareFlows(changed, flow)
      expect(mirrored.isSame).toBe(rest.isSame)
      expect(mirrored.nodes.added).toHaveLength(nodes.removed.length)
      expect(mirrored.edges.retargeted).toHaveLength(edges.retargeted.length)
      for (const locale of ['en', 'fr'] as const) {
        const lines = describeComparison({ nodes, edges, variables, intents, ...rest }, locale)
        expect(lines.length).toBeGreaterThan(0)
        expect(lines.join('\n')).not.toMatch(/undefined|\[object|\{\w+\}(?!\})/)
      }
    }),
    { numRuns: 300 },
  )
})
