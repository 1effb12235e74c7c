'use client'

import { MiniMap } from '@xyflow/react'
import { useCallback } from 'react'
import { useText } from '../../i18n/text-provider.tsx'
import { editorOf } from '../node-words.ts'
import { nodeById } from '../state/flow-lookup.ts'
import { useEditorStore } from '../state/use-editor.tsx'

/** The whole flow, small, with what is in view; dragging it moves the canvas. */
export function FlowMap() {
  const t = useText()
  const store = useEditorStore()
  const colour = useCallback(
    ({ id }: { id: string }) => {
      const node = nodeById(store.getState().history.flow, id)
      return node ? `var(--${editorOf(node.type).group})` : 'var(--line)'
    },
    [store],
  )
  return (
    <MiniMap
      pannable
      zoomable
      ariaLabel={t.canvas.map}
      nodeColor={colour}
      nodeBorderRadius={20}
      maskColor="color-mix(in srgb, var(--ink) 12%, transparent)"
      bgColor="var(--surface)"
      className="overflow-hidden rounded-lg border border-line shadow-card"
    />
  )
}
