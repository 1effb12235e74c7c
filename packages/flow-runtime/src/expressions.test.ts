import { expect, test } from 'vitest'
import { isReservedName } from './expression-environment.ts'
import { compile } from './expressions.ts'
import type { VariableDeclaration } from './variables.ts'

const declared = (name: string, type: VariableDeclaration['type']): VariableDeclaration => ({ name, type, pii: false })
const variables = [declared('party', 'number'), declared('day', 'date'), declared('size', 'choice'), declared('tags', 'list')]

function evaluate(source: string, scope = {}) {
  const compiled = compile(variables, source)
  return compiled.ok ? compiled.evaluate(scope) : compiled.problem
}

test('numbers compare and compute with whole numbers as people write them', () => {
  expect(evaluate('party == 4 && party > 3 && 5 > party', { party: 4 })).toBe(true)
  expect(evaluate('(party + 1) * 2 - 1 / 2', { party: 4 })).toBe(10)
  expect(compile(variables, 'party * 2')).toMatchObject({ ok: true, type: 'double' })
})

test('what cannot be computed is undefined, not an exception', () => {
  expect(evaluate('party > 3', {})).toBeUndefined()
  expect(evaluate('1 / 0')).toBeUndefined()
  expect(evaluate('tags[5] == "x"', { tags: ['x'] })).toBeUndefined()
})

test('a problem names its kind, its words and their place', () => {
  expect(evaluate('party > guests')).toMatchObject({ kind: 'unknownName', name: 'guests', start: 8, end: 14 })
  expect(evaluate('day > 3')).toMatchObject({ kind: 'invalid', start: 0, end: 7 })
  expect(evaluate('party >')).toMatchObject({ kind: 'invalid', start: 7 })
  expect(evaluate('')).toMatchObject({ kind: 'invalid' })
})

test('any variable name a flow can declare is either usable or reserved', () => {
  const names =
    'type string optional google in true call known size has map duration timestamp constructor toString valueOf hasOwnProperty'.split(' ')
  for (const name of names) {
    const compiled = compile([declared(name, 'text')], `${name} == "x"`)
    expect([name, compiled.ok && compiled.evaluate({ [name]: 'x' })]).toEqual([name, !isReservedName(name)])
  }
})

test('the answer of a request is in sight only where it is asked for, and there before a variable of its name', () => {
  const status = [declared('status', 'text')]
  expect(compile(status, 'status + 1', ['result', 'status'])).toMatchObject({ ok: true, type: 'double' })
  expect(compile(status, 'status + 1').ok).toBe(false)
  expect(compile(status, 'result.total', ['result']).ok).toBe(true)
  expect(compile(status, 'result.total')).toMatchObject({ ok: false, problem: { kind: 'unknownName', name: 'result' } })
})
