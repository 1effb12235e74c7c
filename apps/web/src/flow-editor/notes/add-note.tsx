'use client'

import { StickyNote } from 'lucide-react'
import { useText } from '../../i18n/text-provider.tsx'
import { keyCaps } from '../keys/key-caps.ts'
import { keysOf } from '../keys/key-table.ts'
import { useActs } from '../keys/use-acts.tsx'

/** Below the node types of the palette: a text for people, not for the call. */
export function AddNote() {
  const t = useText()
  const { note } = useActs()
  return (
    <button
      type="button"
      data-testid="palette-note"
      className="mt-1 flex w-full items-center gap-2.5 rounded-md border-line border-t px-2 py-2 text-left hover:bg-hover"
      onClick={() => note()}
    >
      <span className="grid size-6 shrink-0 place-items-center rounded-md bg-call-soft text-call">
        <StickyNote size={14} aria-hidden />
      </span>
      <span className="flex-1 font-medium">{t.canvasEdit.noteAdd}</span>
      {keysOf('note').map((key) => (
        <kbd key={key} className="font-sans text-ink-3 text-xs">
          {keyCaps(t, key)}
        </kbd>
      ))}
    </button>
  )
}
