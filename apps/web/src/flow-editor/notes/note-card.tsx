'use client'

import { type NodeProps, NodeResizer } from '@xyflow/react'
import { memo, type PointerEvent, useEffect, useRef } from 'react'
import { useText } from '../../i18n/text-provider.tsx'
import { cn } from '../../lib/cn.ts'
import { focusNode, focusWhenSeen } from '../keys/focus.ts'
import { useEditor, useEditorStore } from '../state/use-editor.tsx'
import type { NoteNode } from './merge-notes.ts'
import { changeNote, withInside } from './note-edits.ts'

const least = { width: 120, height: 60 }

/** A text on the canvas, written in place; as a frame, the title of what lies inside. */
export const NoteCard = memo(function NoteCard({ id, data: { note }, selected }: NodeProps<NoteNode>) {
  const t = useText()
  const store = useEditorStore()
  const isWriting = useEditor((state) => state.writing === id)
  const isAlone = useEditor((state) => state.selected.length === 1)
  const write = (text: string) =>
    store.edit(changeNote(store.getState().history.flow, note.id, { text }), { key: `note ${note.id}`, label: 'changeNote' })
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (isWriting) focusWhenSeen(() => field.current)
  }, [isWriting])
  const stop = () => store.set({ writing: undefined })
  const takeInside = (event: PointerEvent) => {
    if (!note.frame || event.ctrlKey || event.metaKey || event.shiftKey || isWriting) return
    store.select(withInside(store.getState().history.flow, id))
  }

  return (
    <article
      data-testid={`note-${note.id}`}
      aria-label={`${note.frame ? t.canvasEdit.frame : t.canvasEdit.note}: ${note.text}`}
      className={cn(
        'size-full rounded-lg text-[13px]',
        note.frame ? 'border-2 border-line-strong bg-ink/3' : 'border border-call/40 bg-call-soft text-ink shadow-card',
        selected && 'ring-2 ring-ink',
      )}
    >
      <NodeResizer
        isVisible={selected && isAlone}
        minWidth={least.width}
        minHeight={least.height}
        handleClassName="note-handle"
        lineClassName="note-line"
        onResizeEnd={(_event, { x, y, width, height }) =>
          store.edit(
            changeNote(store.getState().history.flow, note.id, {
              position: { x: Math.round(x), y: Math.round(y) },
              size: { width: Math.round(width), height: Math.round(height) },
            }),
            { label: 'changeNote' },
          )
        }
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the card around it is what the keyboard reaches; Enter writes there */}
      <div
        className={cn('pointer-events-auto', note.frame ? 'flex h-8 items-center rounded-t-lg bg-ink/5 px-3' : 'size-full')}
        onPointerDown={takeInside}
        onDoubleClick={() => store.set({ selected: [id], writing: id })}
      >
        {isWriting ? (
          <textarea
            ref={field}
            onFocus={(event) => note.frame && event.currentTarget.select()}
            aria-label={t.canvasEdit.noteText}
            data-testid="note-text"
            value={note.text}
            rows={note.frame ? 1 : undefined}
            maxLength={2_000}
            onChange={(event) => write(event.target.value)}
            onBlur={stop}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' && !(note.frame && event.key === 'Enter')) return
              event.preventDefault()
              stop()
              focusNode(id)
            }}
            className={cn(
              'nodrag nopan nowheel w-full resize-none rounded-lg bg-transparent outline-offset-0',
              note.frame ? 'h-6 font-semibold' : 'h-full p-3 leading-[1.45]',
            )}
          />
        ) : (
          <p
            className={cn(
              'node-words overflow-hidden',
              note.frame ? 'node-name truncate font-semibold' : 'h-full whitespace-pre-wrap break-words p-3 leading-[1.45]',
              note.text === '' && 'text-ink-3',
            )}
          >
            {note.text || t.canvasEdit.noteEmpty}
          </p>
        )}
      </div>
    </article>
  )
})
