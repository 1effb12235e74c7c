import { type FieldHint, nodeTypes } from '@parley/flow-runtime'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { newRow, type Row } from './new-row.ts'

const label = { en: 'x', fr: 'x' }
const checkWith = (schema: z.ZodType) => (value: unknown) => schema.safeParse(value).error?.issues ?? []

it('gives every list of every node type a first and a second row it accepts', () => {
  const lists = Object.values(nodeTypes).flatMap(({ type, config, editor }) => {
    const fields: Readonly<Record<string, FieldHint>> = editor.fields
    const shape: Readonly<Record<string, z.ZodType | undefined>> = config.shape
    return Object.entries(fields).flatMap(([field, { columns }]) =>
      columns ? [{ type, field, columns, schema: shape[field] ?? z.never() }] : [],
    )
  })
  expect(lists.length).toBeGreaterThan(2)
  for (const { type, field, columns, schema } of lists) {
    const rows: Row[] = []
    for (let count = 1; count <= 2; count += 1) {
      const row = newRow(columns, rows, checkWith(schema))
      expect(row, `${type}.${field}`).toBeDefined()
      if (row) rows.push(row)
    }
    expect(checkWith(schema)(rows)).toEqual([])
  }
})

it('leaves cells empty where it may, numbers names that must not be, and gives none twice', () => {
  const schema = z.array(z.object({ name: z.string().min(1), key: z.string().regex(/^\d$/), value: z.string() }))
  const columns: Record<string, FieldHint> = { name: { label }, key: { label }, value: { label, widget: 'expression' } }
  const first = { name: 'name2', key: '2', value: '' }
  expect(newRow(columns, [], checkWith(schema))).toEqual({ name: 'name1', key: '1', value: '' })
  expect(newRow(columns, [first], checkWith(schema))).toEqual({ name: 'name3', key: '3', value: '' })
  expect(newRow({ name: { label, widget: 'toggle' } }, [], checkWith(schema))).toBeUndefined()
})
