'use client'

import { Handle, Position } from '@xyflow/react'
import { Plus } from 'lucide-react'
import { type MouseEvent, memo } from 'react'
import { useText } from '../../i18n/text-provider.tsx'
import { cn } from '../../lib/cn.ts'
import { edgeFrom } from '../state/flow-lookup.ts'
import { outcomeKey } from '../state/overlay.ts'
import { useEditor, useEditorStore } from '../state/use-editor.tsx'
import { OutcomeMarkView } from './outcome-mark-view.tsx'

type OutcomeRowProps = { nodeId: string; name: string; label: string }

/** One way out of a node, in words. While nothing answers it, its handle is hollow and offers a next node. */
export const OutcomeRow = memo(function OutcomeRow({ nodeId, name, label }: OutcomeRowProps) {
  const t = useText()
  const store = useEditorStore()
  const isOpen = useEditor((state) => edgeFrom(state.history.flow, nodeId, name) === undefined)
  const readOnly = useEditor((state) => state.readOnly)
  const mark = useEditor((state) => state.overlay?.outcomes.get(outcomeKey(nodeId, name)))

  const pick = (event: MouseEvent) => {
    event.stopPropagation()
    const box = event.currentTarget.getBoundingClientRect()
    store.set({ picking: { source: nodeId, outcome: name, screen: { x: box.right + 8, y: box.top - 8 } } })
  }

  return (
    <li className="relative flex h-7 items-center justify-end border-line border-b pr-4 pl-3.5 last:border-b-0">
      {mark && <OutcomeMarkView mark={mark} />}
      <span className={cn('node-words truncate text-xs', isOpen ? 'text-ink-3' : 'text-ink-2')}>{label}</span>
      <Handle
        type="source"
        position={Position.Right}
        id={name}
        data-testid={`handle-${nodeId}-${name}`}
        className={cn('source-handle', isOpen && 'source-handle-open')}
        title={isOpen ? t.editor.open : label}
      >
        {isOpen && !readOnly && (
          <button
            type="button"
            data-testid={`add-after-${nodeId}-${name}`}
            aria-label={t.editor.addAfter(label)}
            onClick={pick}
            className="nodrag grid size-full place-items-center rounded-full"
          >
            <Plus size={11} strokeWidth={2.5} aria-hidden />
          </button>
        )}
      </Handle>
    </li>
  )
})
