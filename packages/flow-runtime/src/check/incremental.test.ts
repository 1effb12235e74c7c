import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCall } from '../../test/random-calls.ts'
import type { Flow } from '../flow.ts'
import { apply } from '../operations/apply.ts'
import type { Operation } from '../operations/operation.ts'
import { check } from './check.ts'
import type { CheckContext } from './problem.ts'

const id = fc.constantFrom('n0', 'n1', 'n2', 'n3', 'n4', 'n5')
const text = fc.constantFrom('', 'Hello.', 'On {{ day }}.', '{{ party | weekday }}', '{{ gone }}')

/** An edit as the studio makes them, of a given flow. */
const edit: fc.Arbitrary<(flow: Flow) => Operation> = fc.oneof(
  fc.tuple(id, text).map(([node, words]) => () => ({
    type: 'updateNode' as const,
    id: node,
    data: { text: words, question: { en: words } },
  })),
  fc.tuple(id, fc.boolean()).map(([node, skipIfKnown]) => () => ({
    type: 'updateNode' as const,
    id: node,
    data: { skipIfKnown, intents: ['book'] },
  })),
  id.map((node) => () => ({
    type: 'updateNode' as const,
    id: node,
    data: { conditions: [{ name: 'a', when: 'party > 2' }], flow: 'inner' },
  })),
  id.map((node) => () => ({ type: 'moveNode' as const, id: node, position: { x: 1, y: 2 } })),
  id.map((node) => () => ({ type: 'removeNode' as const, id: node })),
  id.map((node) => () => ({ type: 'setStart' as const, id: node })),
  fc.tuple(fc.nat(), id).map(([nth, target]) => ({ edges }: Flow): Operation => {
    const edge = edges[nth % Math.max(1, edges.length)]
    return edge ? { type: 'connect', edge: { ...edge, target } } : { type: 'rename', name: 'x' }
  }),
  fc.nat().map((nth) => ({ edges }: Flow) => ({ type: 'disconnect' as const, id: edges[nth % Math.max(1, edges.length)]?.id ?? 'none' })),
  fc.nat(4).map((nth) => ({ variables }: Flow) => ({ type: 'setVariables' as const, variables: variables.filter((_, at) => at !== nth) })),
  fc.nat(2).map((nth) => ({ intents }: Flow) => {
    const samples = { en: ['I want it', 'give it to me', 'one please', 'that', 'it'] }
    return { type: 'setIntents' as const, intents: intents.map((intent, at) => (at === nth ? { ...intent, samples } : intent)) }
  }),
  fc.boolean().map((ai) => ({ settings }: Flow) => ({
    type: 'setSettings' as const,
    settings: { ...settings, maxCallMs: 60_000, disclosure: { ...settings.disclosure, ai } },
  })),
  fc.constantFrom<Flow['languages'][]>(['en'], ['fr', 'en']).map((languages) => () => ({ type: 'setLanguages' as const, languages })),
)

const contexts: readonly CheckContext[] = [
  {},
  { locale: 'fr', services: ['Cleaning'], rules: { aiDisclosure: true, consent: ['calls'] } },
  { locale: 'fr', services: ['Cleaning', 'Whitening'], voices: ['en'] },
]

test('what is found after edits is what is found in a fresh copy, in any order and context', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(anyCall.flow, fc.array(fc.tuple(edit, fc.constantFrom(...contexts)), { minLength: 1, maxLength: 12 }), (first, edits) => {
      let flow = first
      for (const [operation, context] of edits) {
        flow = apply(flow, operation(flow))
        expect(check(flow, context)).toEqual(check(structuredClone(flow), context))
        expect(check(flow, { ...context })).toEqual(check(flow, context))
      }
    }),
    { numRuns: 100 },
  )
})
