'use client'

import { moveBy } from '../arrange/move-by.ts'
import { type Direction, neighbourOf } from '../arrange/neighbour.ts'
import { readingOrder } from '../arrange/reading-order.ts'
import { useEditorStore } from '../state/use-editor.tsx'
import { focusedNode, focusNode } from './focus.ts'

const stepPx = 20

/** Going from card to card, and moving what is selected, by keys. */
export function useMoveActs() {
  const store = useEditorStore()
  const goTo = (id: string | undefined) => {
    if (id === undefined) return
    store.select([id])
    focusNode(id)
  }
  const start = () => {
    const { flow } = store.getState().history
    return flow.nodes.some(({ id }) => id === flow.start) ? flow.start : flow.nodes[0]?.id
  }
  const go = (direction: Direction) => () => {
    const { history, selected } = store.getState()
    const from = focusedNode() ?? selected.at(-1)
    goTo(from === undefined ? start() : neighbourOf(history.flow, from, direction))
  }
  const move = (x: number, y: number) => () => {
    const { history, selected } = store.getState()
    const focused = focusedNode()
    const ids = selected.length > 0 || focused === undefined ? selected : [focused]
    store.edit(moveBy(history.flow, ids, { x, y }), { key: `move ${ids.join(' ')}`, label: ids.length > 1 ? 'moveNodes' : 'moveNode' })
  }
  /** One card on in the order of the call; at the end the keyboard leaves the canvas. */
  const step = (by: 1 | -1) => () => {
    const { history, selected } = store.getState()
    const from = focusedNode() ?? (document.activeElement === document.body ? undefined : selected.at(-1))
    if (from === undefined) return false
    const order = readingOrder(history.flow)
    const next = order[order.indexOf(from) + by]
    if (next !== undefined) return goTo(next)
    const beside = by === 1 ? '#canvas-controls button:not(:disabled)' : 'nav[data-rail] button:last-of-type'
    document.querySelector<HTMLElement>(beside)?.focus()
  }
  return {
    ...{ goUp: go('up'), goDown: go('down'), goLeft: go('left'), goRight: go('right'), goNext: step(1), goBack: step(-1) },
    ...{ moveUp: move(0, -stepPx), moveDown: move(0, stepPx), moveLeft: move(-stepPx, 0), moveRight: move(stepPx, 0) },
  }
}
