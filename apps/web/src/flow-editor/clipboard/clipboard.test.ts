import { apply, copyNodes, type Flow, flow as flowSchema } from '@parley/flow-runtime'
import { templates } from '@parley/flow-runtime/templates'
import { describe, expect, it } from 'vitest'
import { freePlace } from '../card-size.ts'
import { clipOf, readClip } from './clip.ts'
import { duplicateSelected, pasteAt } from './paste-clip.ts'

const flow: Flow = { ...templates.threeNodes, notes: [{ id: 'note1', position: { x: 0, y: -200 }, text: 'Look here.' }] }
const other = flowSchema.parse({
  schemaVersion: 1,
  name: 'Other',
  languages: ['en'],
  variables: flow.variables.map(({ name }) => ({ name, type: 'number' })),
  nodes: [{ id: 'ask', type: 'say', position: { x: 100, y: 100 }, data: { text: 'Here.' } }],
  start: 'ask',
})
const all = [...flow.nodes.map(({ id }) => id), 'note:note1']
const throughText = (of: Flow, ids: readonly string[]) => {
  const read = readClip(JSON.stringify(clipOf(of, ids), null, 2))
  if (!read.ok) throw new Error(read.code)
  return read.clip
}

describe('cards through the clipboard', () => {
  it('come to another flow with what they need: names that mean something else there are kept apart, nothing lies on anything', () => {
    const { operation, ids } = pasteAt(other, throughText(flow, all), { x: 230, y: 180 })
    const after = apply(other, operation)
    expect(ids).toHaveLength(4)
    expect(after.nodes).toHaveLength(4)
    expect(after.edges).toHaveLength(flow.edges.length)
    expect(after.notes.map(({ text }) => text)).toEqual(['Look here.'])
    const used = copyNodes(flow, all)?.variables.length ?? 0
    expect(used).toBeGreaterThan(0)
    expect(after.variables).toHaveLength(other.variables.length + used)
    expect(after.start).toBe('ask')
    for (const node of after.nodes) expect(freePlace(after, node, node.position)).toEqual(node.position)
  })

  it('are the same flow again, pasted into an empty one', () => {
    const empty = flowSchema.parse({ schemaVersion: 1, name: 'Empty', languages: ['en'] })
    const after = apply(empty, pasteAt(empty, throughText(flow, all), { x: 0, y: 0 }).operation)
    expect(after.variables).toEqual(copyNodes(flow, all)?.variables)
    expect(after.nodes.map(({ data }) => data)).toEqual(flow.nodes.map(({ data }) => data))
  })

  it('bring the subflow they run, under a key of its own where the key means another one', () => {
    const body = { ...templates.threeNodes, subflows: undefined }
    const running = flowSchema.parse({
      ...templates.threeNodes,
      nodes: [{ id: 'run', type: 'subflow', position: { x: 0, y: 0 }, data: { flow: 'check' } }],
      edges: [],
      start: 'run',
      subflows: { check: body },
    })
    const target = flowSchema.parse({ ...other, subflows: { check: { ...body, name: 'Something else' } } })
    const after = apply(target, pasteAt(target, throughText(running, ['run']), { x: 0, y: 600 }).operation)
    const pasted = after.nodes.find(({ type }) => type === 'subflow')
    const key = pasted?.type === 'subflow' ? pasted.data.flow : ''
    expect(after.subflows[key]?.name).toBe(templates.threeNodes.name)
    expect(after.subflows.check?.name).toBe('Something else')
    const same = apply(running, duplicateSelected(running, ['run']).operation)
    expect(same.subflows).toBe(running.subflows)
    expect(same.nodes).toHaveLength(2)
  })

  it('says what is wrong with what cannot be pasted', () => {
    const good = clipOf(flow, all)
    const codeOf = (text: string) => {
      const read = readClip(text)
      return read.ok ? 'ok' : read.code
    }
    expect(codeOf(JSON.stringify(good))).toBe('ok')
    expect(codeOf('  ')).toBe('CLIPBOARD_EMPTY')
    expect(codeOf('Dear Sir,')).toBe('CLIPBOARD_FOREIGN')
    expect(codeOf('{"nodes":[]}')).toBe('CLIPBOARD_FOREIGN')
    expect(codeOf(JSON.stringify(good).slice(0, -20))).toBe('CLIPBOARD_BROKEN')
    expect(codeOf(JSON.stringify({ ...good, version: 2 }))).toBe('CLIPBOARD_NEWER')
    const broken = readClip(JSON.stringify({ ...good, nodes: [{ id: 'x', type: 'sing', position: { x: 0, y: 0 }, data: {} }] }))
    expect(broken).toMatchObject({ ok: false, code: 'CLIPBOARD_BROKEN', detail: 'nodes.0.type' })
  })
})
