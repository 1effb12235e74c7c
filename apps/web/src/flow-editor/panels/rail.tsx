'use client'

import { Braces, History, type LucideIcon, MessagesSquare, Plus, Search, Settings, TriangleAlert } from 'lucide-react'
import { useText } from '../../i18n/text-provider.tsx'
import { cn } from '../../lib/cn.ts'
import type { Panel } from '../state/editor-store.ts'
import { useEditor, useEditorStore } from '../state/use-editor.tsx'
import { useProblems } from '../state/use-problems.tsx'

const items: readonly { panel: Panel; icon: LucideIcon }[] = [
  { panel: 'add', icon: Plus },
  { panel: 'find', icon: Search },
  { panel: 'variables', icon: Braces },
  { panel: 'intents', icon: MessagesSquare },
  { panel: 'problems', icon: TriangleAlert },
  { panel: 'versions', icon: History },
  { panel: 'settings', icon: Settings },
]

/** The icons at the left edge; each opens a panel over the canvas. */
export function Rail() {
  const t = useText()
  const store = useEditorStore()
  const open = useEditor((state) => state.panel)
  const readOnly = useEditor((state) => state.readOnly)
  const { all, errors } = useProblems()
  return (
    <nav
      data-rail
      aria-label={t.editor.commands}
      className="flex w-12 shrink-0 flex-col items-center gap-1 border-line border-r bg-surface py-2"
    >
      {items
        .filter(({ panel }) => !readOnly || panel !== 'add')
        .map(({ panel, icon: Icon }) => (
          <button
            key={panel}
            type="button"
            data-testid={`rail-${panel}`}
            aria-label={panel === 'problems' && all.length > 0 ? `${t.editor.rail[panel]}: ${all.length}` : t.editor.rail[panel]}
            aria-expanded={open === panel}
            title={t.editor.rail[panel]}
            onClick={() => store.set({ panel: open === panel ? undefined : panel })}
            className={cn(
              'relative grid size-9 place-items-center rounded-lg text-ink-2 hover:bg-hover hover:text-ink',
              open === panel && 'bg-hover text-ink',
            )}
          >
            <Icon size={17} aria-hidden />
            {panel === 'problems' && all.length > 0 && (
              <span
                aria-hidden
                className={cn(
                  'absolute -top-0.5 -right-0.5 grid h-4 min-w-4 place-items-center rounded-full px-1 font-semibold text-[10px] text-on-ink tabular-nums',
                  errors.length > 0 ? 'bg-danger' : 'bg-call',
                )}
              >
                {all.length}
              </span>
            )}
          </button>
        ))}
    </nav>
  )
}
