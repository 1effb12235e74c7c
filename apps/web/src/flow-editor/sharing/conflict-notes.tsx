'use client'

import type { MergeConflict } from '@parley/flow-runtime/merge'
import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { editorOf, nodeTitle } from '../node-words.ts'
import { nodeById } from '../state/flow-lookup.ts'
import { useEditorStore, useFlow } from '../state/use-editor.tsx'

/** What somebody else wrote where I wrote too. */
export type Note = { id: number; who: string; conflict: MergeConflict }

const longest = 160
const wordsOf = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}

/** Theirs on offer, one card for each thing both have written; mine stands until theirs is taken. */
export function ConflictNotes({ notes, onDone }: { notes: readonly Note[]; onDone: (id: number) => void }) {
  const t = useText()
  const locale = useLocale()
  const store = useEditorStore()
  const flow = useFlow()
  if (notes.length === 0) return null
  return (
    <ul
      aria-live="polite"
      aria-label={t.sharing.clashes}
      className="absolute right-3 bottom-16 z-20 flex max-h-[60%] w-[320px] flex-col gap-2 overflow-y-auto"
    >
      {notes.map(({ id, who, conflict }) => {
        const node = conflict.nodeId === undefined ? undefined : nodeById(flow, conflict.nodeId)
        const field = node && editorOf(node.type).fields[conflict.field]?.label[locale]
        const place = node ? `${nodeTitle(node, locale)}, ${field ?? conflict.field}` : conflict.field
        return (
          <li key={id} data-testid="conflict-note" className="rise rounded-xl border border-line bg-surface p-3 text-xs shadow-float">
            <p className="text-ink-2">{t.sharing.bothWrote(who, place)}</p>
            <p className="mt-1 break-words font-medium">{wordsOf(conflict.theirs)}</p>
            <div className="mt-2 flex justify-end gap-1.5">
              <Button
                size="small"
                data-testid="take-theirs"
                onClick={() => {
                  store.edit(conflict.take)
                  onDone(id)
                }}
              >
                {t.sharing.takeTheirs}
              </Button>
              <Button size="small" look="ghost" onClick={() => onDone(id)}>
                {t.sharing.keepMine}
              </Button>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
