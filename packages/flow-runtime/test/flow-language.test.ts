import { readdirSync, readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { check } from '../src/check/check.ts'
import { readLimits } from '../src/document/limits.ts'
import { readFlow } from '../src/document/read-flow.ts'
import { compile } from '../src/expressions.ts'
import { factTypes } from '../src/fact-types.ts'
import { maxSilentHops } from '../src/interpreter/walk.ts'
import { spokenFormats } from '../src/spoken-forms/spoken-formats.ts'
import { spokenValue } from '../src/spoken-forms/spoken-value.ts'
import type { VariableDeclaration, VariableType } from '../src/variables.ts'

/** The page teaches by examples: each of them is what the code does. */
const docs = new URL('../../../docs/', import.meta.url)
const page = readFileSync(new URL('flow-language.md', docs), 'utf8')
/** The cells of a table's rows, by how its head begins. */
const rowsOf = (head: string) => {
  const [table = ''] = (page.split(`\n| ${head} `)[1] ?? '').split('\n\n')
  const rows = table.split('\n').slice(2)
  return rows.map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('\\|', '|')),
  )
}
const codes = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)

const types: Record<string, VariableType> = {
  guests: 'number',
  price: 'money',
  place: 'text',
  member: 'boolean',
  time: 'time',
  day: 'date',
  name: 'personName',
  about: 'text',
}
const variables = Object.entries(types).map(([name, type]): VariableDeclaration => ({ name, type, pii: false }))

test('every form is in the table, and says what the table says', () => {
  const rows = rowsOf('form')
  const now = Date.UTC(2026, 10, 20, 9)
  const said = rows.map(([form = '', of = '', english, french]) => {
    const format = spokenFormats.find((known) => form === `\`${known}\``)
    if (!format) throw new Error(`There is no form ${form}.`)
    const value = JSON.parse(codes(of)[0] ?? '')
    const words = (['en', 'fr'] as const).map((language) =>
      spokenValue(value, format, { language, timeZone: 'Europe/Paris', now, medium: 'voice' }),
    )
    expect([format, ...words.map((text) => text.replace(/\s/g, ' '))]).toEqual([format, english, french])
    return format
  })
  expect(said.sort()).toEqual([...spokenFormats].sort())
})

test('every expression compiles, and every function gives what the table says', () => {
  const conditions = rowsOf('you want').flatMap(([, write = '']) => codes(write))
  const facts = codes(rowsOf('fact').flat().join(' ')).filter((code) => /[<>]/.test(code))
  expect(conditions.length + facts.length).toBeGreaterThan(15)
  for (const expression of [...conditions, ...facts]) expect(compile(variables, expression, ['result'])).toMatchObject({ ok: true })
  const functions = rowsOf('function')
  expect(functions.length).toBeGreaterThan(7)
  for (const [, , example = '', result = ''] of functions) {
    const compiled = compile([], codes(example)[0] ?? '')
    expect([example, compiled.ok && compiled.evaluate(new Map())]).toEqual([example, JSON.parse(codes(result)[0] ?? '')])
  }
})

test('every fact and every limit is named', () => {
  for (const [fact, fields] of Object.entries(factTypes))
    for (const field of Object.keys(fields)) expect(page).toContain(`\`${fact}.${field}\``)
  const numbers = [readLimits.characters, readLimits.nodes, readLimits.edges, readLimits.textCharacters, readLimits.depth, maxSilentHops]
  for (const number of numbers) expect(page).toContain(number.toLocaleString('en'))
})

test('the documents are flows, the smallest without a problem, and every picture is there and small', () => {
  const written = page.split('```json flow\n')[1]?.split('\n```')[0]
  const read = readFlow(written, { strict: true })
  expect(read).toMatchObject({ ok: true })
  expect(read.ok && check(read.flow)).toEqual([])
  expect(readFlow(readFileSync(new URL('examples/table.flow.json', docs), 'utf8'), { strict: true })).toMatchObject({ ok: true })
  const pictures = [...page.matchAll(/\]\(images\/([^)]+)\)/g)].map(([, file = '']) => file)
  expect(pictures.sort()).toEqual(
    readdirSync(new URL('images/', docs))
      .filter((file) => file.startsWith('flow-'))
      .sort(),
  )
  for (const file of pictures) expect(statSync(new URL(`images/${file}`, docs)).size).toBeLessThan(250_000)
})
