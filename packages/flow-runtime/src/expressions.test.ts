import { describe, expect, test } from 'vitest'
import { isReservedName } from './expression-environment.ts'
import { expressionScope } from './expression-scope.ts'
import { compile, type ExpressionReason } from './expressions.ts'
import { drawn, scenario } from './scenario.ts'
import type { Json, VariableDeclaration, Variables } from './variables.ts'

const declared = (name: string, type: VariableDeclaration['type']): VariableDeclaration => ({ name, type, pii: false })
const variables = [
  declared('party', 'number'),
  declared('guests', 'number'),
  declared('day', 'date'),
  declared('at', 'time'),
  declared('price', 'money'),
  declared('length', 'duration'),
  declared('sure', 'boolean'),
  declared('tags', 'list'),
  declared('order', 'object'),
  declared('size', 'choice'),
]
const values: Variables = {
  party: 4,
  day: '2026-11-24',
  at: '15:30',
  price: 12.5,
  length: 90,
  sure: true,
  tags: ['new', 'vip'],
  order: { id: 'A1', lines: 2 },
  size: 'small',
}

/** Friday, November 20, 2026, 10:00 in Paris. */
const now = Date.UTC(2026, 10, 20, 9)
const flow = drawn({ bye: ['end', {}] }, { variables })
const contact = { name: 'Ada', phone: '+15550100', email: 'ada@example.org', language: 'fr' as const, fields: { age: 41, vip: true } }
const call = scenario(flow, { contact, lead: { score: 3 } })
const scope = expressionScope({ nodeId: 'bye', head: flow, state: { ...call.state(), variables: values, turns: 2, silences: 1 }, now })

function evaluate(source: string, given = scope) {
  const compiled = compile(variables, source)
  return compiled.ok ? compiled.evaluate(given) : compiled.problem
}

describe('good expressions, with their type and value', () => {
  test.each<[source: string, type: string, value: Json]>([
    ['party == 4 && 4 == party && party != 5 && 5 != party', 'bool', true],
    ['party != 4 || 4 != party', 'bool', false],
    ['party > 3 && 5 > party && party >= 4 && 4 >= party && party < 5 && 3 < party && party <= 4 && 4 <= party', 'bool', true],
    ['(party + 1) * 2 - 1 / 2', 'double', 10],
    ['1 + party', 'double', 5],
    ['10 - party', 'double', 6],
    ['2 * party', 'double', 8],
    ['10 / party', 'double', 2.5],
    ['party / 8', 'double', 0.5],
    ['party % 3 == 1', 'bool', true],
    ['party % party == 0', 'bool', true],
    ['party in [3, 4]', 'bool', true],
    ['price * 2', 'double', 25],
    ['price > 12 && price < 12.6', 'bool', true],
    ['length >= 60', 'bool', true],
    ['day >= "2026-11-24" && day < "2026-12-01"', 'bool', true],
    ['"vip" in tags && size(tags) == 2', 'bool', true],
    ['size(size) + size(tags)', 'int', 7],
    ['size(tags) < party', 'bool', true],
    ['order.lines + 1', 'dyn', 3],
    ['order.lines == 2 && 2 == order.lines && order.id == "A1"', 'bool', true],
    ['has(order.id) && !has(order.nope)', 'bool', true],
    ['sure ? "yes" : "no"', 'string', 'yes'],
    ['known.day && !known.guests', 'bool', true],
    ['call.direction == "inbound" && call.channel == "browser" && call.language == "en"', 'bool', true],
    ['call.startedAt < "2027" && call.date == "2026-11-20" && call.time == "10:00"', 'bool', true],
    ['contact.name + " " + contact.phone + " " + contact.email + " " + contact.language', 'string', 'Ada +15550100 ada@example.org fr'],
    ['contact.fields.age >= 18 && contact.fields.vip', 'bool', true],
    ['lead.score > 2 && 2 < lead.score', 'bool', true],
    ['turn.count == 2 && node.visits == 1 && silence.count < 3', 'bool', true],
    ['daysBetween(call.date, day)', 'double', 4],
    ['daysBetween(call.date, day) > 2 && daysBetween(day, call.date) / 8 == -0.5', 'bool', true],
    ['addDays(day, 7)', 'string', '2026-12-01'],
    ['addDays(day, -party)', 'string', '2026-11-20'],
    ['weekday(day) == 2 && weekday("2026-11-22") == 7', 'bool', true],
    ['minutesBetween("14:00", at)', 'double', 90],
    ['hour(at) < 18 && hour(call.time) == 10', 'bool', true],
    ['lower("ÉTÉ")', 'string', 'été'],
    ['digits("06 12 (34)")', 'string', '061234'],
    ['round(price)', 'double', 13],
    ['round(-2.5) + round(2)', 'double', 0],
  ])('%s', (source, type, value) => {
    expect(compile(variables, source)).toMatchObject({ ok: true, type })
    expect(evaluate(source)).toEqual(value)
  })
})

describe('bad expressions, with the place of what is wrong', () => {
  test.each<[source: string, reason: ExpressionReason, name: string, start: number]>([
    ['party > guest', 'unknownName', 'guest', 8],
    ['nope', 'unknownName', 'nope', 0],
    ['nope.x == 1', 'unknownName', 'nope', 0],
    ['known.nope', 'unknownName', 'nope', 6],
    ['call.colour == "red"', 'unknownName', 'colour', 5],
    ['  contact.nme', 'unknownName', 'nme', 10],
    ['turn.visits > 1', 'unknownName', 'visits', 5],
    ['sure && node.count > 1', 'unknownName', 'count', 13],
    ['day > 3', 'types', 'day > 3', 0],
    ['party == "four"', 'types', 'party == "four"', 0],
    ['sure && party', 'yesNo', 'sure && party', 0],
    ['true && party + day > 1', 'types', 'party + day', 8],
    ['party ? 1 : 2', 'yesNo', 'party', 0],
    ['weekday(party)', 'function', 'weekday(party)', 0],
    ['1 + weekday(day, day)', 'function', 'weekday(day, day)', 4],
    ['daysUntil(day)', 'function', 'daysUntil(day)', 0],
    ['day.year', 'noParts', 'year', 4],
    ['party >', 'syntax', '', 7],
    ['(party', 'syntax', '', 6],
    ['', 'syntax', '', 0],
  ])('%s', (source, reason, name, start) => {
    expect(evaluate(source)).toMatchObject({
      kind: reason === 'unknownName' ? reason : 'invalid',
      reason,
      name,
      start,
      end: start + name.length,
    })
  })
})

test.each([
  'guests > 3',
  'guests <= 3',
  '1 / 0',
  'party / 0 > 1',
  'party % 0 == 0',
  'tags[5] == "x"',
  'lead.nope == 3',
  'order.nope',
  'weekday("Tuesday") > 0',
  'addDays("2026-02-30", 1)',
  'addDays(day, 1000000000000)',
  'hour("noon") < 12',
])('%s cannot be computed: undefined, not an exception', (source) => {
  expect(compile(variables, source).ok).toBe(true)
  expect(evaluate(source)).toBeUndefined()
})

test('the name of a variable or a fact is kept when it is the whole expression', () => {
  expect(compile(variables, ' day ')).toMatchObject({ name: 'day' })
  expect(compile(variables, 'contact.phone')).toMatchObject({ name: 'contact.phone' })
  expect(compile(variables, 'party + 1')).toMatchObject({ name: undefined })
})

test('any variable name a flow can declare is either usable or reserved', () => {
  const names =
    'type string optional google in true call contact lead turn node silence known size has map duration timestamp constructor toString valueOf hour digits weekday round lower addDays hasOwnProperty'.split(
      ' ',
    )
  for (const name of names) {
    const compiled = compile([declared(name, 'text')], `${name} == "x"`)
    expect([name, compiled.ok && compiled.evaluate(new Map([[name, 'x']]))]).toEqual([name, !isReservedName(name)])
  }
  expect(['call', 'contact', 'lead', 'turn', 'node', 'silence', 'known'].filter((name) => !isReservedName(name))).toEqual([])
})

test('the answer of a request is in sight only where it is asked for, and there before a variable of its name', () => {
  const status = [declared('status', 'text')]
  expect(compile(status, 'status + 1', ['result', 'status'])).toMatchObject({ ok: true, type: 'double' })
  expect(compile(status, 'status + 1').ok).toBe(false)
  expect(compile(status, 'result.total', ['result']).ok).toBe(true)
  expect(compile(status, 'result.total')).toMatchObject({ ok: false, problem: { kind: 'unknownName', name: 'result' } })
})
