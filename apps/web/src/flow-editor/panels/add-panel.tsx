'use client'

import type { NodeType } from '@parley/flow-runtime'
import { useReactFlow } from '@xyflow/react'
import { useText } from '../../i18n/text-provider.tsx'
import { openOutcome, placeNode, placeNodeAfter } from '../node-edits.ts'
import { AddNote } from '../notes/add-note.tsx'
import { nodeById } from '../state/flow-lookup.ts'
import { useEditorStore } from '../state/use-editor.tsx'
import { NodeTypeList } from './node-type-list.tsx'

/** The palette: drag a type onto the canvas, or press it to add it after the selected node. */
export function AddPanel() {
  const t = useText()
  const store = useEditorStore()
  const { screenToFlowPosition } = useReactFlow()

  const add = (type: NodeType) => {
    const { history, selected } = store.getState()
    const after = selected.length === 1 && selected[0] !== undefined ? nodeById(history.flow, selected[0]) : undefined
    const outcome = after && openOutcome(history.flow, after)
    const middle = screenToFlowPosition({ x: window.innerWidth / 2 - 100, y: window.innerHeight / 2 - 100 })
    const { node, operation } =
      after && outcome !== undefined ? placeNodeAfter(history.flow, type, after, outcome) : placeNode(history.flow, type, middle)
    store.edit(operation, { label: 'addNode' })
    store.select([node.id])
  }
  return (
    <>
      <p className="px-4 pt-2.5 text-ink-3 text-xs">{t.editor.addHint}</p>
      <NodeTypeList draggable testIdPrefix="palette" onPick={add}>
        <AddNote />
      </NodeTypeList>
    </>
  )
}
