import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonFault } from './json-fault.ts'

const isJson = (text: string) => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
const jsonLike = fc
  .array(
    fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"', '\\', '\\u00', '1', '-', '0', '.5', 'e', 'true', 'null', ' ', '\n', '\t'),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''))
const broken = fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 })).map(([text, at, piece]) => {
  const place = at % (text.length + 1)
  return text.slice(0, place) + piece + text.slice(place + (at % 2))
})

test('finds a fault exactly where the engine refuses the text, and its place is in the text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), jsonLike, broken), (text) => {
      const fault = jsonFault(text)
      expect(fault === undefined).toBe(isJson(text))
      if (!fault) return
      const lines = text.split(/\r\n|\n|\r/)
      expect(fault.column).toBeLessThanOrEqual((lines[fault.line - 1]?.length ?? -1) + 1)
    }),
    { numRuns: 3000 },
  )
})

test.each([
  ['', 1, 1, 'a value', 'the end of the file'],
  ['{"a": 1,}', 1, 9, 'a name in double quotes', '"}"'],
  ['[1\n 2]', 2, 2, 'a comma or the closing bracket', '"2"'],
  ['{"a"\r\n  1}', 2, 3, ':', '"1"'],
  ["{'a': 1}", 1, 2, 'a name in double quotes or }', `"'"`],
  ['{"a": "b', 1, 9, '"', 'the end of the file'],
  ['[1]]', 1, 4, 'the end', '"]"'],
  ['[nul]', 1, 2, 'a value or ]', '"n"'],
])('%j: line %i, column %i wants %s', (text, line, column, expected, found) => {
  const fault = jsonFault(text)
  expect([fault?.line, fault?.column, fault?.expected.en, fault?.found.en]).toEqual([line, column, expected, found])
})
