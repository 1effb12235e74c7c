import type { Flow, Operation, SingleOperation } from '@parley/flow-runtime'
import type { NodeChange } from '@xyflow/react'
import { freePlace } from '../card-size.ts'
import { nodeById } from '../state/flow-lookup.ts'
import type { CardNode } from './merge-nodes.ts'

/** The edit for cards that came to rest; one that would lie on another is nudged down. Undefined while dragging. */
export function movesOf(flow: Flow, changes: readonly NodeChange<CardNode>[]): { operation: Operation; key: string } | undefined {
  const rested = changes.flatMap((change) =>
    change.type === 'position' && change.position && !change.dragging ? [{ id: change.id, position: change.position }] : [],
  )
  const operations = rested.flatMap(({ id, position }): SingleOperation[] => {
    const node = nodeById(flow, id)
    if (!node || (node.position.x === position.x && node.position.y === position.y)) return []
    return [{ type: 'moveNode', id, position: rested.length === 1 ? freePlace(flow, node, position) : position }]
  })
  const [only] = operations
  if (!only) return undefined
  const key = `move ${rested.map(({ id }) => id).join(' ')}`
  return { operation: operations.length === 1 ? only : { type: 'batch', operations }, key }
}
