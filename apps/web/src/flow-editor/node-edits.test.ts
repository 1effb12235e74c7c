import { apply } from '@parley/flow-runtime'
import { templates } from '@parley/flow-runtime/templates'
import { describe, expect, it } from 'vitest'
import { cardHeight, cardWidth, freePlace } from './card-size.ts'
import { duplicateSelected } from './clipboard/paste-clip.ts'
import { changeNode, newEdge, placeNode, placeNodeAfter } from './node-edits.ts'
import { edgeFrom, nodeById } from './state/flow-lookup.ts'

const flow = templates.threeNodes

describe('edits of nodes', () => {
  it('adds a node after an outcome, connected and beside its source', () => {
    const greet = nodeById(flow, 'greet')
    if (!greet) throw new Error('The template has changed.')
    const { node, operation } = placeNodeAfter(flow, 'say', greet, 'next')
    const after = apply(flow, operation)
    expect(edgeFrom(after, 'greet', 'next')?.target).toBe(node.id)
    expect(node.position.x).toBeGreaterThan(greet.position.x + cardWidth)
  })

  it('never puts a card onto another', () => {
    let current = flow
    for (let count = 0; count < 12; count++) current = apply(current, placeNode(current, 'ask', { x: 0, y: 0 }).operation)
    const boxes = current.nodes.map((node) => ({ ...node.position, height: cardHeight(node, current) }))
    const overlaps = boxes.some((a, i) =>
      boxes.some((b, j) => i < j && Math.abs(a.x - b.x) < cardWidth && a.y < b.y + b.height && b.y < a.y + a.height),
    )
    expect(current.nodes).toHaveLength(15)
    expect(overlaps).toBe(false)
    const [first] = current.nodes
    if (first) expect(freePlace({ ...current, nodes: [first] }, first, { x: 103, y: 7 })).toEqual({ x: 100, y: 10 })
  })

  it('copies nodes with the connections among them', () => {
    const { operation, ids } = duplicateSelected(flow, ['askName', 'bye'])
    const after = apply(flow, operation)
    expect(ids).toEqual(['ask', 'end'])
    expect(edgeFrom(after, 'ask', 'done')?.target).toBe('end')
    const copies = after.nodes.filter(({ id }) => ids.includes(id))
    for (const copy of copies) expect(freePlace(flow, copy, copy.position)).toEqual(copy.position)
    expect(
      new Set(
        copies.map(
          ({ position: { x, y } }, index) =>
            `${x - (flow.nodes[index + 1]?.position.x ?? 0)} ${y - (flow.nodes[index + 1]?.position.y ?? 0)}`,
        ),
      ).size,
    ).toBe(1)
  })

  it('takes the edge along when a condition is renamed, and drops it when the condition goes', () => {
    const placed = placeNode(flow, 'branch', { x: 0, y: 900 })
    const withBranch = apply(apply(flow, placed.operation), {
      type: 'updateNode',
      id: 'branch',
      data: { conditions: [{ name: 'big', when: 'true' }] },
    })
    const connected = apply(withBranch, { type: 'connect', edge: { id: 'x', source: 'branch', sourceHandle: 'big', target: 'bye' } })
    const branch = nodeById(connected, 'branch')
    if (!branch) throw new Error('The branch was not added.')
    const renamed = apply(connected, changeNode(connected, branch, { conditions: [{ name: 'large', when: 'true' }] }, { big: 'large' }))
    expect(edgeFrom(renamed, 'branch', 'large')?.target).toBe('bye')
    expect(edgeFrom(renamed, 'branch', 'big')).toBeUndefined()
    const emptied = apply(
      renamed,
      changeNode(renamed, nodeById(renamed, 'branch') ?? branch, { conditions: [{ name: '', when: 'true' }] }, { large: '' }),
    )
    expect(edgeFrom(emptied, 'branch', '')?.target).toBe('bye')
    const gone = apply(connected, changeNode(connected, branch, { conditions: [] }))
    expect(gone.edges.filter(({ source }) => source === 'branch')).toEqual([])
  })

  it('leaves the other of two conditions of one name alone when one of them is renamed', () => {
    const conditions = [
      { name: 'big', when: 'true' },
      { name: 'big', when: 'false' },
    ]
    const node = placeNode(flow, 'branch', { x: 0, y: 900 }).node
    const start = [
      { type: 'addNode' as const, node },
      { type: 'updateNode' as const, id: 'branch', data: { conditions } },
      { type: 'connect' as const, edge: newEdge('branch', 'big', 'bye') },
    ].reduce(apply, flow)
    const branch = nodeById(start, 'branch') ?? node
    const renamed = [conditions[0], { name: 'small', when: 'false' }]
    const after = apply(start, changeNode(start, branch, { conditions: renamed }, { big: 'small' }))
    expect(nodeById(after, 'branch')?.data).toEqual({ conditions: renamed })
    expect(edgeFrom(after, 'branch', 'big')?.target).toBe('bye')
  })
})
