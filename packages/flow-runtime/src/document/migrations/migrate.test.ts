import { describe, expect, test } from 'vitest'
import { readFlow } from '../read-flow.ts'
import { edgesNameTheirOutcome } from './edges-name-their-outcome.ts'
import { nodesHaveAPosition } from './nodes-have-a-position.ts'
import { textsSayWhatTheyAre } from './texts-say-what-they-are.ts'
import { variablesAreListed } from './variables-are-listed.ts'
import versionZero from './version-0.flow.json' with { type: 'json' }

test('a document of version 0 becomes one of today, and says by which migrations', () => {
  const read = readFlow(JSON.stringify(versionZero), { strict: true })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  expect(read.migrated).toEqual(['edges-name-their-outcome', 'nodes-have-a-position', 'variables-are-listed', 'texts-say-what-they-are'])
  expect(read.flow).toMatchObject({ schemaVersion: 1, name: 'Dentist', start: 'hello' })
  expect(readFlow(read.flow, { strict: true })).toEqual({ ok: true, flow: read.flow, migrated: [] })
})

const edges = (entries: unknown) => edgesNameTheirOutcome.up({ edges: entries }).edges
test('edges-name-their-outcome: the outcome moves to sourceHandle; one that has both keeps both', () => {
  expect(edges(versionZero.edges)).toEqual([
    { id: 'e1', source: 'hello', sourceHandle: 'next', target: 'why' },
    { id: 'e2', source: 'why', sourceHandle: 'book', target: 'when' },
    versionZero.edges[2],
  ])
  expect(edges([{ outcome: 'a', sourceHandle: 'b' }])).toEqual([{ outcome: 'a', sourceHandle: 'b' }])
})

test('nodes-have-a-position: those without stand in a row below the others', () => {
  const { nodes } = nodesHaveAPosition.up(versionZero)
  expect(nodes).toEqual([
    versionZero.nodes[0],
    { ...versionZero.nodes[1], position: { x: 0, y: 300 } },
    { ...versionZero.nodes[2], position: { x: 340, y: 300 } },
    { ...versionZero.nodes[3], position: { x: 680, y: 300 } },
  ])
  expect(nodesHaveAPosition.up({ nodes: [{}] })).toEqual({ nodes: [{ position: { x: 0, y: 0 } }] })
})

test('variables-are-listed: the record becomes a list; a list stays', () => {
  expect(variablesAreListed.up(versionZero).variables).toEqual([
    { name: 'day', type: 'date' },
    { name: 'patient', type: 'personName' },
  ])
  expect(variablesAreListed.up({ variables: [] })).toEqual({ variables: [] })
})

test('texts-say-what-they-are: a question where the node listens, a text elsewhere, nothing overwritten', () => {
  const data = (type: string, before: object) => textsSayWhatTheyAre.up({ nodes: [{ type, data: before }] }).nodes
  expect(data('ask', { prompt: 'Which day?', variable: 'day' })).toEqual([
    { type: 'ask', data: { question: 'Which day?', variable: 'day' } },
  ])
  expect(data('say', { prompt: { en: 'Hi.' } })).toEqual([{ type: 'say', data: { text: { en: 'Hi.' } } }])
  expect(data('say', { prompt: 'Hi.', text: 'Hello.' })).toEqual([{ type: 'say', data: { prompt: 'Hi.', text: 'Hello.' } }])
})

describe.each([edgesNameTheirOutcome, nodesHaveAPosition, variablesAreListed, textsSayWhatTheyAre])('$name', ({ up }) => {
  test('leaves what it does not understand, and never changes what it is given', () => {
    const odd = { nodes: [null, 5, { data: [] }], edges: { outcome: 1 }, variables: 'day' }
    const before = structuredClone(odd)
    expect(up(up(odd))).toEqual(up(odd))
    expect(up({ nodes: 5, edges: null })).toEqual({ nodes: 5, edges: null })
    expect(odd).toEqual(before)
  })
})
