import type { DragEvent } from 'react'
import { insertOnEdge } from '../connect/insert-on-edge.ts'
import { placeNode } from '../node-edits.ts'
import { isNodeType } from '../node-groups.ts'
import type { EditorStore } from '../state/editor-store.ts'

/** The kind of data a dragged palette item carries. */
export const dragKind = 'application/x-parley-node'

/** Puts a dragged node type where it was let go; on a connection it is inserted there. */
export function dropNode(store: EditorStore, event: DragEvent, at: { x: number; y: number }): void {
  const type = event.dataTransfer.getData(dragKind)
  if (!isNodeType(type)) return
  const { flow } = store.getState().history
  const place = { x: at.x - 40, y: at.y - 19 }
  const edgeIds = document
    .elementsFromPoint(event.clientX, event.clientY)
    .map((element) => element.closest<SVGElement>('.react-flow__edge')?.dataset.id)
  const edge = flow.edges.find(({ id }) => edgeIds.includes(id))
  const { node, operation } = edge ? insertOnEdge(flow, type, edge, place) : placeNode(flow, type, place)
  store.edit(operation, { label: edge ? 'insertNode' : 'addNode' })
  store.select([node.id])
}
