import { apply, type Flow, flow as flowSchema } from '@parley/flow-runtime'
import { templates } from '@parley/flow-runtime/templates'
import { describe, expect, it } from 'vitest'
import { cardHeight, cardWidth } from '../card-size.ts'
import { frameAround, withInside } from '../notes/note-edits.ts'
import { alignNodes, distributeNodes } from './align.ts'
import { boxOf, isInside } from './box-of.ts'
import { neighbourOf } from './neighbour.ts'
import { readingOrder } from './reading-order.ts'

const say = (id: string, x: number, y: number) => ({ id, type: 'say', position: { x, y }, data: { text: id } })
const flow = flowSchema.parse({
  schemaVersion: 1,
  name: 'Grid',
  languages: ['en'],
  nodes: [say('a', 0, 0), say('b', 400, 30), say('c', 900, 10), say('d', 420, 400), say('e', 0, 420)],
  edges: [
    { id: '1', source: 'a', sourceHandle: 'next', target: 'c' },
    { id: '2', source: 'c', sourceHandle: 'next', target: 'b' },
  ],
  start: 'a',
})
const overlaps = (of: Flow) =>
  of.nodes.some((a, i) =>
    of.nodes.some(
      (b, j) =>
        i < j &&
        Math.abs(a.position.x - b.position.x) < cardWidth &&
        a.position.y < b.position.y + cardHeight(b, of) &&
        b.position.y < a.position.y + cardHeight(a, of),
    ),
  )
const at = (of: Flow, axis: 'x' | 'y', ...ids: string[]) => ids.map((id) => boxOf(of, id)?.[axis])

describe('arranging cards', () => {
  it('puts them on one line without laying one on another', () => {
    const row = apply(flow, alignNodes(flow, ['a', 'b', 'c'], 'top'))
    expect(at(row, 'y', 'a', 'b', 'c')).toEqual([0, 0, 0])
    expect(at(row, 'x', 'a', 'b', 'c')).toEqual([0, 400, 900])
    const column = apply(flow, alignNodes(flow, ['a', 'b', 'c'], 'right'))
    expect(at(column, 'x', 'a', 'b', 'c')).toEqual([900, 900, 900])
    expect(overlaps(column)).toBe(false)
    for (const alignment of ['left', 'centre', 'middle', 'bottom'] as const)
      expect(overlaps(apply(flow, alignNodes(flow, ['a', 'b', 'c', 'd'], alignment)))).toBe(false)
  })

  it('leaves the same room between neighbours', () => {
    const spread = apply(flow, distributeNodes(flow, ['c', 'a', 'b'], 'across'))
    expect(at(spread, 'x', 'a', 'b', 'c')).toEqual([0, 450, 900])
    expect(apply(flow, distributeNodes(flow, ['a', 'b'], 'across'))).toBe(flow)
  })

  it('draws a frame around them that takes along what is inside', () => {
    const framed = frameAround(flow, ['a', 'b'], 'Greeting')
    if (!framed) throw new Error('No frame.')
    const after = apply(flow, framed.operation)
    const frame = boxOf(after, framed.id)
    const a = boxOf(after, 'a')
    expect(frame && a && isInside(a, frame)).toBe(true)
    expect(withInside(after, framed.id)).toEqual([framed.id, 'a', 'b'])
  })

  it('goes from card to card as the eye would', () => {
    expect(neighbourOf(flow, 'a', 'right')).toBe('b')
    expect(neighbourOf(flow, 'b', 'down')).toBe('d')
    expect(neighbourOf(flow, 'd', 'left')).toBe('e')
    expect(neighbourOf(flow, 'a', 'left')).toBeUndefined()
    expect(neighbourOf(flow, 'a', 'up')).toBeUndefined()
  })

  it('reads them as a call comes to them, each once', () => {
    expect(readingOrder(flow)).toEqual(['a', 'c', 'b', 'd', 'e'])
    expect(new Set(readingOrder(templates.threeNodes)).size).toBe(templates.threeNodes.nodes.length)
  })
})
