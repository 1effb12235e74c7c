import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCall } from '../../test/random-calls.ts'
import { templates } from '../flow-templates.ts'
import { isObject } from './is-object.ts'
import { readLimits } from './limits.ts'
import versionZero from './migrations/version-0.flow.json' with { type: 'json' }
import { pathText } from './path-text.ts'
import { type ReadResult, readFlow } from './read-flow.ts'

/** One change at the nth place of a document, counted from the outside in. */
type Mutation = { at: number; kind: 'delete' | 'replace' | 'add' | 'swap'; name: string; value: unknown }

const names = [
  'text',
  'id',
  'type',
  'schemaVersion',
  'maxTries',
  'outcome',
  'subflows',
  '__proto__',
  'constructor',
  'toString',
  'é "x"',
  '',
]
const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(400),
  kind: fc.constantFrom('delete', 'replace', 'add', 'swap'),
  name: fc.constantFrom(...names),
  value: fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom('ask', 'greet', '{{ day', '{{ x }}', 'party >', '\ud800', Number.POSITIVE_INFINITY, -1, {}, []),
  ),
})
const document = fc.oneof(fc.constantFrom<unknown>(templates.threeNodes, templates.appointment, versionZero), anyCall.flow)
const mutated = fc.tuple(document, fc.array(mutation, { minLength: 1, maxLength: 3 })).map(([start, mutations]) => {
  const copy: unknown = JSON.parse(JSON.stringify(start))
  for (const each of mutations) mutate(copy, each)
  return copy
})

function mutate(root: unknown, { at, kind, name, value }: Mutation): void {
  const places = placesIn(root)
  const place = places[at % places.length]
  if (!place) return
  const { parent, key } = place
  const put = (where: string | number, what: unknown) =>
    Object.defineProperty(parent, where, { value: what, enumerable: true, configurable: true, writable: true })
  if (kind === 'replace') put(key, value)
  else if (kind === 'swap') put(key, typeof Reflect.get(parent, key) === 'string' ? 5 : Array.isArray(Reflect.get(parent, key)) ? {} : 'x')
  else if (Array.isArray(parent)) kind === 'delete' ? parent.splice(Number(key), 1) : parent.push(value)
  else if (kind === 'delete') Reflect.deleteProperty(parent, key)
  else put(name, value)
}

function placesIn(value: unknown): { parent: object; key: string | number }[] {
  if (Array.isArray(value)) return value.flatMap((item, key) => [{ parent: value, key }, ...placesIn(item)])
  if (!isObject(value)) return []
  return Object.keys(value).flatMap((key) => [{ parent: value, key }, ...placesIn(value[key])])
}

/** Every place of a value, and one beyond each: where something is missing. */
function pathsOf(value: unknown): Set<string> {
  const walk = (part: unknown, path: (string | number)[]): string[] => [
    pathText(path),
    ...(Array.isArray(part) ? part.flatMap((item, index) => walk(item, [...path, index])) : []),
    ...(isObject(part) ? Object.keys(part).flatMap((key) => walk(part[key], [...path, key])) : []),
  ]
  return new Set(walk(value, []))
}

/** What every answer of readFlow promises. */
function promises(value: unknown, english: ReadResult, french: ReadResult, strict: boolean) {
  if (english.ok) {
    expect(french).toEqual(english)
    expect(readFlow(english.flow, { strict })).toEqual({ ok: true, flow: english.flow, migrated: [] })
    return
  }
  expect(english.problems.length).toBeGreaterThan(0)
  expect(english.problems.length).toBeLessThanOrEqual(readLimits.problems)
  const paths = pathsOf(value)
  const isOfToday = isObject(value) && value.schemaVersion === 1
  for (const [index, problem] of english.problems.entries()) {
    const other = french.ok ? undefined : french.problems[index]
    expect(other).toMatchObject({ code: problem.code, path: problem.path })
    expect(other?.message).not.toBe(problem.message)
    for (const { expected, found, message } of [problem, other ?? problem]) {
      for (const words of [expected, found, message]) expect(words).toMatch(/\S/)
      expect(message).not.toMatch(/undefined|\[object|\{(place|expected|found|hint)\}/)
      if (problem.code !== 'FIELD_MISSING') expect(message).toContain(found)
    }
    if (isOfToday && problem.code !== 'FIELD_MISSING') expect(paths).toContain(problem.path)
  }
}

test.each([true, false])('any JSON value, and any flow with something changed, is read or explained (strict: %s)', (strict) => {
  fc.assert(
    fc.property(fc.oneof({ weight: 1, arbitrary: fc.jsonValue() }, { weight: 6, arbitrary: mutated }), (value) => {
      const before = JSON.stringify(value)
      promises(value, readFlow(value, { strict }), readFlow(value, { strict, locale: 'fr' }), strict)
      expect(JSON.stringify(value)).toBe(before)
    }),
    { numRuns: 200 },
  )
})

test('a text is read as the value it stands for; a stored draft that opens keeps every field', () => {
  fc.assert(
    fc.property(mutated, (value) => {
      const text = JSON.stringify(value)
      const read = readFlow(text)
      expect(read).toEqual(readFlow(JSON.parse(text)))
      if (read.ok && isObject(value) && value.schemaVersion === 1) expect(read.flow).toMatchObject(JSON.parse(text))
    }),
    { numRuns: 150 },
  )
})

test('any text is answered', () => {
  fc.assert(fc.property(fc.string(), fc.boolean(), (text, strict) => typeof readFlow(text, { strict }).ok === 'boolean'))
})
