import { expect, test } from 'vitest'
import { fieldsInUse } from './fields-in-use.ts'
import { nodeTypes } from './nodes/index.ts'

const label = { en: 'x', fr: 'x' }

test('a field is there, and required, only while its condition holds', () => {
  const fields = {
    mode: { label },
    to: { label, required: true, shownWhen: { field: 'mode', is: ['number'] } },
    note: { label, requiredWhen: { field: 'mode', is: ['queue', 'number'] } },
  }
  const used = (data: Record<string, unknown>) => fieldsInUse(fields, data).map(({ name, hint }) => [name, hint.required ?? false])
  expect(used({ mode: 'number' })).toEqual([
    ['mode', false],
    ['to', true],
    ['note', true],
  ])
  expect(used({ mode: 'queue' })).toEqual([
    ['mode', false],
    ['note', true],
  ])
  expect(used({})).toEqual([
    ['mode', false],
    ['note', false],
  ])
})

test.each(Object.values(nodeTypes))('$type: conditions between fields name a choice that exists', ({ editor }) => {
  for (const { shownWhen, requiredWhen } of Object.values(editor.fields)) {
    for (const condition of [shownWhen, requiredWhen]) {
      if (!condition) continue
      const options = Object.entries(editor.fields).find(([name]) => name === condition.field)?.[1].options ?? []
      expect(options.map(({ value }) => value)).toEqual(expect.arrayContaining([...condition.is]))
    }
  }
})
