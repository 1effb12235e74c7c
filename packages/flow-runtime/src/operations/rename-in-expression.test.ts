import { describe, expect, test } from 'vitest'
import { compile } from '../expressions.ts'
import { renameInExpression } from './rename-in-expression.ts'
import { renameInTemplate } from './rename-in-template.ts'

const variables = [
  { name: 'day', type: 'date', pii: false },
  { name: 'party', type: 'list', pii: false },
] as const
const renamed = [{ ...variables[0], name: 'when' }, variables[1]]

describe('day becomes when', () => {
  test.each([
    ['day', 'when'],
    ['day == "day"', 'when == "day"'],
    ["day + 'day' + day", "when + 'day' + when"],
    ['daytime', 'daytime'],
    ['today', 'today'],
    ['day.size() > 1 && today.day', 'when.size() > 1 && today.day'],
    ['known.day && !known . day', 'known.when && !known . when'],
    ['has(known.day) || known["day"] || "day" in known', 'has(known.when) || known["when"] || "when" in known'],
    ['contact.day == call.day', 'contact.day == call.day'],
    ['{"day": day}.day', '{"day": when}.day'],
    ['party["day"] == [day, "day"][0]', 'party["day"] == [when, "day"][0]'],
    ['party.map(day, day + "x")', 'party.map(day, day + "x")'],
    ['party.exists(x, x == day) ? -size(day) : size(party)', 'party.exists(x, x == when) ? -size(when) : size(party)'],
    ['day.matches("day") && party.all(day, day != "") && day != ""', 'when.matches("day") && party.all(day, day != "") && when != ""'],
    ['party.exists(when, when == day)', 'party.exists(when_, when_ == when)'],
    ['party.exists(when, when == "x")', 'party.exists(when, when == "x")'],
    ['cel.bind(day, day + "x", day)', 'cel.bind(day, when + "x", day)'],
    ['"é🦷" + day // day', '"é🦷" + when // day'],
    ['day\n  == day', 'when\n  == when'],
    ['day ==', 'day =='],
    ['', ''],
  ])('%s → %s', (source, expected) => {
    expect(renameInExpression(source, 'day', 'when')).toBe(expected)
    const [before, after] = [compile(variables, source), compile(renamed, expected)]
    if (before.ok) expect(after).toMatchObject({ ok: true, type: before.type })
  })

  test('in a text only the expressions follow', () => {
    expect(
      renameInTemplate('day {{day}}, {{ day | day }} {{  party.map(day, day)  }}{{ "day" + day | weekday }} {{ day', 'day', 'when'),
    ).toBe('day {{when}}, {{ when | day }} {{  party.map(day, day)  }}{{ "day" + when | weekday }} {{ day')
  })
})
