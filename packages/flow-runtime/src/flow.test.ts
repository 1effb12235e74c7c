import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { flow } from './flow.ts'
import { templates } from './flow-templates.ts'
import { jsonSchema } from './json-schema.ts'
import { nodeTypes } from './nodes/index.ts'
import { outcomesOf } from './outcome-labels.ts'

const node = (type: string, data: object) => ({
  schemaVersion: 1,
  nodes: [{ id: 'x', type, position: { x: 0, y: 0 }, data, selected: true }],
})

test('what only the editor needs is not saved', () => {
  expect(flow.parse(node('say', { text: 'Hi.' })).nodes[0]).toEqual({
    id: 'x',
    type: 'say',
    position: { x: 0, y: 0 },
    data: { text: 'Hi.', interruptible: true },
  })
})

test('a wrong config names its path; an unknown type is refused', () => {
  expect(flow.safeParse(node('say', { text: 5 })).error?.issues[0]?.path).toEqual(['nodes', 0, 'data', 'text'])
  expect(flow.safeParse(node('magic', {})).success).toBe(false)
})

test('a saved document is read back the same', () => {
  expect(flow.parse(JSON.parse(JSON.stringify(templates.appointment)))).toEqual(templates.appointment)
})

test.each(Object.entries(nodeTypes))(
  '%s: the registry name is its type, a new one has defaults, every field has words in both languages',
  (name, nodeType) => {
    expect(nodeType.type).toBe(name)
    expect(nodeType.config.safeParse({}).success).toBe(true)
    expect(Object.keys(nodeType.editor.fields).sort()).toEqual(Object.keys(nodeType.config.shape).sort())
    expect(nodeType.editor.help.en.split('\n')).toHaveLength(3)
    expect(nodeType.editor.help.fr.split('\n')).toHaveLength(3)
  },
)

test('outcomes have words for the studio', () => {
  const why = templates.appointment.nodes.find(({ id }) => id === 'why')
  expect(why && outcomesOf(why, templates.appointment)).toEqual([
    { name: 'book', label: 'book' },
    { name: 'openingHours', label: 'openingHours' },
    { name: 'person', label: 'person' },
    { name: 'noMatch', label: 'Not understood' },
    { name: 'silent', label: 'Silence' },
  ])
})

test('docs/flow.schema.json is fresh (pnpm --filter @parley/flow-runtime schema)', () => {
  const written = readFileSync(new URL('../../../docs/flow.schema.json', import.meta.url), 'utf8')
  expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(jsonSchema())))
})
