import { expect, test } from 'vitest'
import { check } from '../check/check.ts'
import { templates } from '../flow-templates.ts'
import { apply } from '../operations/apply.ts'
import { invert } from '../operations/invert.ts'
import { readFlow } from './read-flow.ts'

const { appointment } = templates
const later = {
  id: 'later',
  type: 'hologram',
  position: { x: 10, y: 20, z: 3 },
  data: { mood: ['calm', null], deep: { a: 1 } },
  glow: true,
}
const document = {
  ...appointment,
  nodes: [appointment.nodes[0], later, ...appointment.nodes.slice(1)],
  edges: [...appointment.edges, { id: 'out', source: 'later', sourceHandle: 'beamed', target: appointment.nodes[0]?.id ?? '' }],
}

function opened(text: unknown = document) {
  const read = readFlow(text, { unknownNodes: 'kept' })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.flow
}

test('a node of another release is refused in a file and kept byte for byte in a draft', () => {
  expect(readFlow(document)).toMatchObject({ ok: false, problems: [{ code: 'NODE_TYPE_UNKNOWN', path: 'nodes[1].type' }] })
  expect(readFlow(document, { strict: true }).ok).toBe(false)
  expect(JSON.stringify(opened().nodes[1])).toBe(JSON.stringify(later))
})

test('edits elsewhere, undo, a move of it and saving lose nothing of it', () => {
  const flow = opened()
  const [first] = flow.nodes
  const edit = { type: 'updateNode', id: first?.id ?? '', data: { text: { en: 'Hi.' } } } as const
  const edited = apply(flow, edit)
  const back = apply(edited, invert(flow, edit))
  for (const one of [edited, back]) expect(JSON.stringify(opened(JSON.stringify(one)).nodes[1])).toBe(JSON.stringify(later))
  const moved = apply(edited, { type: 'moveNode', id: 'later', position: { x: 400, y: 500 } })
  expect(opened(JSON.stringify(moved)).nodes[1]).toMatchObject({ ...later, position: { x: 400, y: 500 } })
})

test('what is wrong besides it is told at its own place', () => {
  const broken = { ...document, nodes: [...document.nodes, { id: 'x', type: 'say', position: { x: 0, y: 0 }, data: { text: 5 } }] }
  const read = readFlow(broken, { unknownNodes: 'kept' })
  expect(read).toMatchObject({ ok: false, problems: [{ path: `nodes[${broken.nodes.length - 1}].data.text` }] })
})

test('it stops a publish with one clear problem, and its connections are no problem', () => {
  const own = check(opened()).filter(({ nodeId, severity }) => nodeId === 'later' && severity === 'error')
  expect(own.map(({ code }) => code)).toEqual(['NODE_TYPE_UNKNOWN'])
  expect(own[0]?.message).toContain('hologram')
})
