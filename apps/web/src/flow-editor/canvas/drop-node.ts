import { outcomesOf, type SingleOperation } from '@parley/flow-runtime'
import type { DragEvent } from 'react'
import { newEdge, placeNode } from '../node-edits.ts'
import { isNodeType } from '../node-groups.ts'
import type { EditorStore } from '../state/editor-store.ts'

/** The kind of data a dragged palette item carries. */
export const dragKind = 'application/x-parley-node'

/** Puts a dragged node type where it was let go; on a connection it is inserted there. */
export function dropNode(store: EditorStore, event: DragEvent, at: { x: number; y: number }): void {
  const type = event.dataTransfer.getData(dragKind)
  if (!isNodeType(type)) return
  const { flow } = store.getState().history
  const { node, operation } = placeNode(flow, type, { x: at.x - 40, y: at.y - 19 })
  const edgeId = document
    .elementsFromPoint(event.clientX, event.clientY)
    .map((element) => element.closest<SVGElement>('.react-flow__edge')?.dataset.id)
  const edge = flow.edges.find(({ id }) => edgeId.includes(id))
  const [first] = outcomesOf(node, flow)
  if (!edge) store.edit(operation, { label: 'addNode' })
  else {
    const operations: SingleOperation[] = [
      { type: 'addNode', node },
      { type: 'connect', edge: newEdge(edge.source, edge.sourceHandle, node.id) },
    ]
    if (first) operations.push({ type: 'connect', edge: newEdge(node.id, first.name, edge.target) })
    store.edit({ type: 'batch', operations }, { label: 'addNode' })
  }
  store.select([node.id])
}
