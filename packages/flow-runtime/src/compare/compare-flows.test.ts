import { describe, expect, test } from 'vitest'
import { type Flow, flow as flowSchema } from '../flow.ts'
import { templates } from '../flow-templates.ts'
import { apply } from '../operations/apply.ts'
import type { SingleOperation } from '../operations/operation.ts'
import { compareFlows } from './compare-flows.ts'
import { describeComparison } from './describe-comparison.ts'

const flow = templates.threeNodes
const edited = (...operations: SingleOperation[]) => apply(flow, { type: 'batch', operations })
const node = { id: 'hello', type: 'say' as const, position: { x: 0, y: 0 }, data: { text: 'Hi.', interruptible: true } }
/** The parts of a comparison that are not empty. */
const differences = (before: Flow, after: Flow) => {
  const { isSame, ...parts } = compareFlows(before, after)
  const filled = (value: unknown): unknown => {
    if (Array.isArray(value) || typeof value !== 'object' || value === null) return value
    const kept = Object.entries(value).filter(([, part]) => part !== undefined && !(Array.isArray(part) && part.length === 0))
    return Object.fromEntries(kept)
  }
  const named = Object.entries(parts).flatMap(([name, part]) => {
    const rest = filled(part)
    return rest === undefined || JSON.stringify(rest) === '{}' || JSON.stringify(rest) === '[]' ? [] : [[name, rest] as const]
  })
  expect(isSame).toBe(named.length === 0)
  return Object.fromEntries(named)
}

test('what means nothing is no difference: order, ids of edges, a text of one language in either form', () => {
  const shuffled = {
    ...flow,
    nodes: [...flow.nodes].reverse(),
    edges: flow.edges.map((edge, index) => ({ ...edge, id: `e${index}` })).reverse(),
  }
  expect(differences(flow, shuffled)).toEqual({})
  const plain = flowSchema.parse({ schemaVersion: 1, nodes: [{ ...node, data: { text: 'Hi.' } }] })
  const keyed = flowSchema.parse({ schemaVersion: 1, nodes: [{ ...node, data: { text: { en: 'Hi.' } } }] })
  expect(differences(plain, keyed)).toEqual({})
})

describe('names what differs', () => {
  test('a text, with its languages side by side', () => {
    const after = edited({ type: 'updateNode', id: 'greet', data: { text: { en: 'Hey.', fr: 'Bonjour, ici un assistant automatique.' } } })
    expect(differences(flow, after)).toEqual({
      nodes: {
        changed: [
          {
            id: 'greet',
            node: { before: flow.nodes[0], after: after.nodes[0] },
            fields: [
              expect.objectContaining({
                field: 'text',
                texts: [
                  { language: 'en', before: 'Hello, this is an automatic assistant.', after: 'Hey.' },
                  { language: 'fr', before: 'Bonjour, ici un assistant automatique.', after: 'Bonjour, ici un assistant automatique.' },
                ],
              }),
            ],
          },
        ],
      },
    })
  })

  test('a node that only stands elsewhere is moved, not changed', () => {
    expect(differences(flow, edited({ type: 'moveNode', id: 'greet', position: { x: 5, y: 0 } }))).toEqual({
      nodes: { moved: [{ id: 'greet', position: { before: { x: 0, y: 0 }, after: { x: 5, y: 0 } } }] },
    })
  })

  test('another type under the same id', () => {
    const after = { ...flow, nodes: flow.nodes.map((each) => (each.id === 'greet' ? { ...node, id: 'greet' } : each)) }
    expect(compareFlows(flow, after).nodes.changed[0]?.fields[0]).toEqual({ field: 'type', before: 'greeting', after: 'say' })
  })

  test('edges added, removed and leading elsewhere', () => {
    const [, done] = flow.edges
    const after = edited(
      { type: 'disconnect', id: 'askName-silent' },
      { type: 'connect', edge: { id: 'other', source: 'askName', sourceHandle: 'done', target: 'greet' } },
      { type: 'addNode', node },
      { type: 'connect', edge: { id: 'new', source: 'hello', sourceHandle: 'next', target: 'bye' } },
    )
    expect(differences(flow, after)).toEqual({
      nodes: { added: [node] },
      edges: {
        added: [after.edges.at(-1)],
        removed: [flow.edges[3]],
        retargeted: [{ before: done, after: { ...done, id: 'other', target: 'greet' } }],
      },
    })
  })

  test('name, languages, first node, settings, variables, intents with their samples, notes', () => {
    const before = apply(flow, { type: 'setIntents', intents: [{ name: 'book', samples: { en: ['book', 'a time'], fr: ['réserver'] } }] })
    const after = apply(before, {
      type: 'batch',
      operations: [
        { type: 'rename', name: 'Other' },
        { type: 'setLanguages', languages: ['fr', 'en'] },
        { type: 'setStart', id: 'bye' },
        {
          type: 'setSettings',
          settings: { ...flow.settings, silence: { ...flow.settings.silence, waitMs: 9 }, resumeLine: 'Me revoilà.' },
        },
        { type: 'updateVariable', name: 'firstName', variable: { name: 'firstName', type: 'text', pii: true, label: 'Name' } },
        { type: 'addVariable', variable: { name: 'day', type: 'date', pii: false } },
        { type: 'updateIntent', name: 'book', intent: { name: 'book', samples: { en: ['a time', 'when'], fr: ['réserver'] } } },
        { type: 'setNotes', notes: [{ id: 'n', position: { x: 0, y: 0 }, text: 'Look.' }] },
      ],
    })
    expect(differences(before, after)).toEqual({
      name: { before: 'Three nodes', after: 'Other' },
      languages: { before: ['en', 'fr'], after: ['fr', 'en'] },
      start: { before: 'greet', after: 'bye' },
      settings: [
        { field: 'silence.waitMs', before: 6000, after: 9 },
        expect.objectContaining({
          field: 'resumeLine',
          texts: [
            { language: 'en', before: 'Sorry, I am back.', after: '' },
            { language: 'fr', before: 'Pardon, je suis de retour.', after: 'Me revoilà.' },
          ],
        }),
      ],
      variables: {
        added: [{ name: 'day', type: 'date', pii: false }],
        changed: [{ name: 'firstName', fields: [{ field: 'type', before: 'personName', after: 'text' }] }],
      },
      intents: { changed: [{ name: 'book', fields: [], samples: [{ language: 'en', added: ['when'], removed: ['book'] }] }] },
      notes: { added: [{ id: 'n', position: { x: 0, y: 0 }, text: 'Look.' }] },
    })
  })
})

describe('a node with another id', () => {
  const renameAll = (of: Flow, name: (id: string) => string): Flow => ({
    ...of,
    start: name(of.start),
    nodes: of.nodes.map((each) => ({ ...each, id: name(each.id) })),
    edges: of.edges.map((edge) => ({ ...edge, source: name(edge.source), target: name(edge.target) })),
  })

  test('is matched when nothing else changed, and its edges and the start with it', () => {
    const after = renameAll(flow, (id) => (id === 'greet' ? 'welcome' : id))
    expect(differences(flow, after)).toEqual({ nodes: { renamed: [{ before: 'greet', after: 'welcome' }] } })
  })

  test.each(Object.entries(templates))('is matched in %s when every id is new', (_, template) => {
    const after = renameAll(template, (id) => `new-${id}`)
    const { renamed } = compareFlows(template, after).nodes
    expect(differences(template, after)).toEqual({ nodes: { renamed } })
    expect(new Map(renamed.map((each) => [each.before, each.after]))).toEqual(new Map(template.nodes.map(({ id }) => [id, `new-${id}`])))
  })

  test('is another node when its data or an edge differs too', () => {
    const after = renameAll(flow, (id) => (id === 'greet' ? 'welcome' : id))
    const other = apply(after, { type: 'updateNode', id: 'welcome', data: { interruptible: false } })
    expect(compareFlows(flow, other).nodes).toMatchObject({ renamed: [], added: [{ id: 'welcome' }], removed: [{ id: 'greet' }] })
    const loose = apply(after, { type: 'disconnect', id: 'greet-next' })
    expect(compareFlows(flow, loose).nodes).toMatchObject({ renamed: [], added: [{ id: 'welcome' }], removed: [{ id: 'greet' }] })
  })
})

test('subflows are compared by name', () => {
  const [before, after] = [
    { ...flow, subflows: { a: flow, b: flow, d: flow } },
    { ...flow, subflows: { a: flow, b: { ...flow, name: 'x' }, c: flow } },
  ]
  const { subflows, isSame } = compareFlows(before, after)
  expect(isSame).toBe(false)
  expect(subflows).toMatchObject({ added: ['c'], removed: ['d'], changed: [{ name: 'b', comparison: { name: { after: 'x' } } }] })
})

test('lines of plain text, in either language', () => {
  const after = edited(
    { type: 'rename', name: 'Other' },
    { type: 'updateNode', id: 'askName', data: { maxTries: 2, question: { en: 'Your name?', fr: 'Comment vous appelez-vous ?' } } },
    { type: 'removeNode', id: 'bye' },
    { type: 'addNode', node },
    { type: 'connect', edge: { id: 'x', source: 'askName', sourceHandle: 'noMatch', target: 'hello' } },
    { type: 'removeVariable', name: 'firstName' },
    { type: 'setSettings', settings: { ...flow.settings, maxCallMs: 5 } },
  )
  expect(describeComparison(compareFlows(flow, after), 'en')).toEqual([
    '~ Name: "Three nodes" → "Other"',
    '~ Setting maxCallMs: 600000 → 5',
    '+ Node hello (Say)',
    '- Node bye (End)',
    '~ Node askName (Ask)',
    '    Question (en): "What is your name?" → "Your name?"',
    '    Tries: 3 → 2',
    '- Connection askName / Answered → bye',
    '- Connection askName / Silence → bye',
    '~ Connection askName / Not understood: bye → hello',
    '- Variable firstName',
  ])
  expect(describeComparison(compareFlows(flow, after), 'fr').slice(2, 6)).toEqual([
    '+ Nœud hello (Dire)',
    '- Nœud bye (Fin)',
    '~ Nœud askName (Demander)',
    '    Question (en) : "What is your name?" → "Your name?"',
  ])
  expect(describeComparison(compareFlows(flow, flow), 'en')).toEqual(['The two are the same.'])
})
