import { describe, expect, test } from 'vitest'
import { templates } from '../flow-templates.ts'
import { nodeTypes } from '../nodes/index.ts'
import { readLimits } from './limits.ts'
import { readFlow } from './read-flow.ts'

const strict = { strict: true }
const node = (type: string, data: object, more: object = {}) => ({ id: 'a', type, position: { x: 0, y: 0 }, data, ...more })
const flow = (parts: object) => ({ schemaVersion: 1, ...parts })
/** `CODE path: expected / found`, of a document read strictly. */
const problems = (input: unknown, options: Parameters<typeof readFlow>[1] = strict) => {
  const read = readFlow(input, options)
  return read.ok ? [] : read.problems.map(({ code, path, expected, found }) => `${code} ${path}: ${expected} / ${found}`)
}

test.each(Object.entries(templates))('%s is read back the same, as text and as a value', (_, template) => {
  expect(readFlow(JSON.stringify(template, null, 2), strict)).toEqual({ ok: true, flow: template, migrated: [] })
  expect(readFlow(template, strict)).toEqual({ ok: true, flow: template, migrated: [] })
  expect(readFlow(`\uFEFF${JSON.stringify(template)}`).ok).toBe(true)
})

describe('the text', () => {
  test('NOT_JSON names line and column', () => {
    const read = readFlow('{\n  "schemaVersion": 1,\n  "nodes": [,]\n}', { locale: 'fr' })
    expect(read).toEqual({
      ok: false,
      problems: [
        {
          code: 'NOT_JSON',
          path: '',
          line: 3,
          column: 13,
          expected: 'une valeur ou ]',
          found: '","',
          message:
            'Le fichier n’est pas du JSON : à la ligne 3, colonne 13 se trouve ",", et il faut une valeur ou ]. Corrigez-le à cet endroit ou exportez à nouveau le flux.',
        },
      ],
    })
  })

  test('TOO_LARGE: ten megabytes are refused before they are looked at', () => {
    const huge = `"${'x'.repeat(10 * 1024 * 1024)}"`
    const before = performance.now()
    expect(problems(huge)).toEqual(['TOO_LARGE : at most 10485760 characters / 10485762'])
    expect(performance.now() - before).toBeLessThan(50)
  })

  test('TOO_LARGE: a value of that size, too many nodes, too many connections, one that contains itself', () => {
    expect(problems(flow({ name: Array.from({ length: 600 }, () => 'x'.repeat(20_000)) }))[0]).toContain('TOO_LARGE')
    const many = Array.from({ length: readLimits.nodes + 1 }, () => 0)
    expect(problems(flow({ nodes: many }))).toEqual(['TOO_LARGE nodes: at most 5000 nodes / 5001'])
    expect(problems(flow({ edges: [...many, ...many, ...many, ...many] }))).toEqual(['TOO_LARGE edges: at most 20000 connections / 20004'])
    const circle: Record<string, unknown> = {}
    Object.assign(circle, { a: circle, b: circle, c: circle })
    expect(problems(circle)).toHaveLength(readLimits.problems)
  })

  test('TOO_DEEP beyond 64 levels, and not at 64', () => {
    const nested = (levels: number) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`)
    expect(problems(flow({ x: nested(63) }), {})).toEqual([])
    expect(problems(flow({ x: nested(64) }), {})[0]).toMatch(/^TOO_DEEP x(\[0\]){63}: 64 levels \/ 65 levels$/)
  })

  test.each(['__proto__', 'constructor', 'prototype'])('KEY_FORBIDDEN: %s anywhere', (name) => {
    const text = `{ "schemaVersion": 1, "settings": { "voice": { "${name}": { "polluted": true } } } }`
    expect(problems(text, {})).toEqual([`KEY_FORBIDDEN settings.voice.${name}: another name / ${name}`])
    expect({}).not.toHaveProperty('polluted')
  })

  test('TEXT_UNSOUND and TEXT_TOO_LONG', () => {
    expect(problems('{ "schemaVersion": 1, "name": "a\\u0000" }')).toEqual([
      'TEXT_UNSOUND name: a text of whole characters / a NUL character',
    ])
    expect(problems('{ "schemaVersion": 1, "name": "\\ud83d" }')[0]).toContain('half of a surrogate pair')
    expect(problems(flow({ name: '🦷' }))).toEqual([])
    const long = flow({ name: 'x'.repeat(20_001) })
    expect(problems(long)).toEqual(['TEXT_TOO_LONG name: 20000 characters / 20001 characters'])
    expect(problems(long, {})).toEqual([])
  })
})

describe('the form', () => {
  test.each([
    [5, 'NOT_AN_OBJECT : an object / 5'],
    [[], 'NOT_AN_OBJECT : an object / a list'],
    [undefined, 'NOT_AN_OBJECT : an object / nothing'],
    [' \n', 'EMPTY : an object / nothing'],
    [{ x: new Date(0) }, 'TYPE_WRONG x: a JSON value / an object'],
    [{}, 'VERSION_UNKNOWN schemaVersion: one of: 0, 1 / nothing'],
    [{ schemaVersion: '1' }, 'VERSION_UNKNOWN schemaVersion: one of: 0, 1 / "1"'],
    [{ schemaVersion: 2 }, 'VERSION_NEWER schemaVersion: one of: 0, 1 / 2'],
    [flow({ nodes: {} }), 'TYPE_WRONG nodes: a list / an object'],
    [flow({ nodes: [node('ask', { maxTries: 'x' })] }), 'TYPE_WRONG nodes[0].data.maxTries: a number / "x"'],
    [flow({ nodes: [node('ask', { maxTries: 1.5 })] }), 'TYPE_WRONG nodes[0].data.maxTries: a whole number / 1.5'],
    [flow({ nodes: [node('ask', { maxTries: 50 })] }), 'VALUE_NOT_ALLOWED nodes[0].data.maxTries: at most 10 / 50'],
    [flow({ nodes: [node('say', { text: 5 })] }), 'TYPE_WRONG nodes[0].data.text: a text or an object / 5'],
    [flow({ nodes: [node('say', { text: { en: 5 } })] }), 'TYPE_WRONG nodes[0].data.text.en: a text / 5'],
    [flow({ nodes: [node('say', { text: { de: 'Hallo.' } })] }), 'FIELD_UNKNOWN nodes[0].data.text.de: one of: en, fr / "de"'],
    [flow({ nodes: [{ id: 'a', type: 'say', data: {} }] }), 'FIELD_MISSING nodes[0].position: an object / nothing'],
    [flow({ nodes: [node('say', {}, { id: '' })] }), 'VALUE_NOT_ALLOWED nodes[0].id: at least 1 characters / ""'],
    [flow({ languages: ['de'] }), 'VALUE_NOT_ALLOWED languages[0]: one of: en, fr / "de"'],
    [flow({ languages: [] }), 'VALUE_NOT_ALLOWED languages: at least 1 entries / a list'],
    [
      flow({ variables: [{ name: 'The day', type: 'text' }] }),
      'VALUE_NOT_ALLOWED variables[0].name: a name of letters and digits that begins with a small letter / "The day"',
    ],
  ])('%j, read strictly or not: %s', (document, problem) => {
    expect(problems(document)).toEqual([problem])
    expect(problems(document, {})).toEqual([problem])
  })

  test('the export of another product is named as such', () => {
    const typebot = { version: '6', name: 'Lead', events: [], groups: [{ id: 'a', blocks: [] }], edges: [], variables: [] }
    const read = readFlow(JSON.stringify(typebot), { strict: true })
    expect(read.ok || read.problems[0]?.message).toContain('what another product exported has to be drawn anew')
  })

  test('an unknown node type names the known ones and the nearest', () => {
    const read = readFlow(flow({ nodes: [node('Asks', {})] }))
    expect(read.ok || read.problems).toMatchObject([{ code: 'NODE_TYPE_UNKNOWN', path: 'nodes[0].type', found: '"Asks"' }])
    const message = read.ok ? '' : (read.problems[0]?.message ?? '')
    expect(message).toContain('Did you mean “ask”?')
    for (const type of Object.keys(nodeTypes)) expect(message).toContain(type)
  })

  test.each([
    [flow({ node: [] }), 'node', 'nodes'],
    [flow({ nodes: [node('ask', { maxtries: 3 })] }), 'nodes[0].data.maxtries', 'maxTries'],
    [flow({ nodes: [node('branch', { conditions: [{ name: 'a', when: 'true', wen: '' }] })] }), 'nodes[0].data.conditions[0].wen', 'when'],
    [flow({ nodes: [node('say', {}, { positon: { x: 1, y: 1 } })] }), 'nodes[0].positon', 'position'],
    [flow({ settings: { silence: { waitMS: 5 } } }), 'settings.silence.waitMS', 'waitMs'],
    [flow({ intents: [{ name: 'a', sample: {} }] }), 'intents[0].sample', 'samples'],
    [
      flow({ variables: [{ name: 'a', type: 'choice', choices: [{ value: 'b', synonym: [] }] }] }),
      'variables[0].choices[0].synonym',
      'synonyms',
    ],
  ])('an unknown field is named with the nearest known one; not read strictly it is kept', (document, path, meant) => {
    const read = readFlow(document, { strict: true, locale: 'fr' })
    expect(read.ok || read.problems).toMatchObject([{ code: 'FIELD_UNKNOWN', path }])
    expect(read.ok ? '' : read.problems[0]?.message).toContain(`Vouliez-vous dire « ${meant} » ?`)
    const kept = readFlow(document)
    expect(kept.ok && kept.flow).toMatchObject(document)
  })
})

test.each(Object.entries(nodeTypes))('%s: an unknown field of it is named with the fields it has', (type, { config }) => {
  const fields = Object.keys(config.shape)
  const expected = fields.length === 1 ? fields[0] : `one of: ${fields.join(', ')}`
  expect(problems(flow({ nodes: [node(type, { qqq: 1 })] }))).toEqual([`FIELD_UNKNOWN nodes[0].data.qqq: ${expected} / "qqq"`])
})

describe('the names, when read strictly', () => {
  const variables = [
    { name: 'day', type: 'date' },
    { name: 'party', type: 'number' },
  ]
  const branch = (when: string) => flow({ variables, nodes: [node('branch', { conditions: [{ name: 'big', when }] })] })
  const say = (text: unknown) => flow({ variables, nodes: [node('say', { text })] })
  const edge = (parts: object) =>
    flow({
      nodes: [node('say', {}), node('end', {}, { id: 'b' })],
      edges: [{ id: 'e', source: 'a', sourceHandle: 'next', target: 'b', ...parts }],
    })

  test.each([
    [flow({ nodes: [node('say', {}), node('end', {})] }), 'DUPLICATE_ID nodes[1].id: a name of its own / "a"'],
    [flow({ variables: [variables[0], variables[0]] }), 'DUPLICATE_ID variables[1].name: a name of its own / "day"'],
    [flow({ intents: [{ name: 'x' }, { name: 'y' }, { name: 'x' }] }), 'DUPLICATE_ID intents[2].name: a name of its own / "x"'],
    [flow({ start: 'b', nodes: [node('say', {})] }), 'START_MISSING start: a / "b"'],
    [edge({ source: 'c' }), 'EDGE_FROM_NOWHERE edges[0].source: one of: a, b / "c"'],
    [edge({ target: '' }), 'EDGE_TO_NOWHERE edges[0].target: one of: a, b / ""'],
    [edge({ sourceHandle: 'Next' }), 'OUTCOME_UNKNOWN edges[0].sourceHandle: next / "Next"'],
    [edge({ source: 'b' }), 'OUTCOME_UNKNOWN edges[0].sourceHandle: nothing (there is none) / "next"'],
    [branch('party >'), /^EXPRESSION_INVALID nodes\[0\]\.data\.conditions\[0\]\.when: an expression \(.+\) \/ "party >"$/],
    [branch('partty > 2'), 'UNKNOWN_VARIABLE nodes[0].data.conditions[0].when: one of: day, party / “partty” in “partty > 2”'],
    [say('On {{ dya }}.'), 'UNKNOWN_VARIABLE nodes[0].data.text: one of: day, party / "dya"'],
    [say({ en: 'Yes.', fr: 'Le {{ day }' }), 'TEMPLATE_BROKEN nodes[0].data.text.fr: {{ and }} around a variable / "{{ day }"'],
    [say('On {{ day | wekday }}.'), /^FORMAT_UNKNOWN nodes\[0\]\.data\.text: one of: .*weekday.* \/ "wekday"$/],
    [flow({ variables, settings: { failureLine: '{{ dy }}' } }), 'UNKNOWN_VARIABLE settings.failureLine: one of: day, party / "dy"'],
    [flow({ nodes: [node('ask', { variable: 'day' })] }), 'UNKNOWN_VARIABLE nodes[0].data.variable: nothing (there is none) / "day"'],
    [
      flow({ intents: [{ name: 'x' }], nodes: [node('intent', { intents: ['x', 'z'] })] }),
      'INTENT_UNKNOWN nodes[0].data.intents[1]: x / "z"',
    ],
  ])('%j: %s', (document, problem) => {
    expect(problems(document)).toEqual([typeof problem === 'string' ? problem : expect.stringMatching(problem)])
    expect(problems(document, {})).toEqual([])
  })

  test('the names of the expression language itself are known', () => {
    expect(problems(branch('known.day && call.direction == "inbound" && party * 2 > 3'))).toEqual([])
  })
})

describe('no more problems than can be read', () => {
  test('of a flow whose every node is wrong', () => {
    const nodes = Array.from({ length: 300 }, () => node('say', { txt: '' }))
    expect(problems(flow({ nodes }))).toHaveLength(readLimits.problems)
  })

  test('and the search ends with them: half a million wrong entries, a hundred texts of nothing but braces', () => {
    expect(problems(flow({ variables: Array.from({ length: 500_000 }, () => 0) }))).toHaveLength(readLimits.problems)
    const braces = Array.from({ length: 100 }, (_, index) => node('say', { text: '{{'.repeat(9_000) }, { id: `n${index}` }))
    expect(problems(flow({ nodes: braces }))).toHaveLength(readLimits.problems)
  })
})
