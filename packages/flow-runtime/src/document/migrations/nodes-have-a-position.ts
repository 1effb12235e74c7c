import { isObject } from '../is-object.ts'
import { eachEntry } from './each-entry.ts'
import type { Document, Migration } from './migration.ts'

const [stepX, stepY] = [340, 240]

/** Before version 1 a node did not need a place: those without get one in a row, below all that have one. */
export const nodesHaveAPosition: Migration = {
  from: 0,
  name: 'nodes-have-a-position',
  up(document) {
    const y = lowest(document)
    let x = 0
    return eachEntry(document, 'nodes', (node) => {
      if ('position' in node) return node
      const placed = { ...node, position: { x, y } }
      x += stepX
      return placed
    })
  },
}

function lowest({ nodes }: Document): number {
  let y = 0
  for (const node of Array.isArray(nodes) ? nodes : []) {
    if (isObject(node) && isObject(node.position) && typeof node.position.y === 'number') y = Math.max(y, node.position.y + stepY)
  }
  return y
}
