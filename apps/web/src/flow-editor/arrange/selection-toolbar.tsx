'use client'

import {
  AlignCenterHorizontal,
  AlignCenterVertical,
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalSpaceAround,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalSpaceAround,
  Copy,
  Frame,
  type LucideIcon,
  Trash2,
} from 'lucide-react'
import { useText } from '../../i18n/text-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { keyCaps } from '../keys/key-caps.ts'
import { type ActName, keysOf } from '../keys/key-table.ts'
import { useActs } from '../keys/use-acts.tsx'
import { useEditor } from '../state/use-editor.tsx'
import { useSelectionPlace } from './use-selection-place.ts'

const width = 402

const tools: readonly (readonly { act: ActName; icon: LucideIcon; atLeast?: number }[])[] = [
  [
    { act: 'alignLeft', icon: AlignStartVertical },
    { act: 'alignCentre', icon: AlignCenterVertical },
    { act: 'alignRight', icon: AlignEndVertical },
    { act: 'alignTop', icon: AlignStartHorizontal },
    { act: 'alignMiddle', icon: AlignCenterHorizontal },
    { act: 'alignBottom', icon: AlignEndHorizontal },
  ],
  [
    { act: 'distributeAcross', icon: AlignHorizontalSpaceAround, atLeast: 3 },
    { act: 'distributeDown', icon: AlignVerticalSpaceAround, atLeast: 3 },
  ],
  [
    { act: 'frame', icon: Frame },
    { act: 'duplicate', icon: Copy },
    { act: 'remove', icon: Trash2 },
  ],
]

/** What can be done with several selected cards and notes, over them. */
export function SelectionToolbar() {
  const t = useText()
  const acts = useActs()
  const selected = useEditor((state) => state.selected)
  const place = useSelectionPlace(selected, width)
  if (!place) return null
  return (
    <div
      role="toolbar"
      aria-label={t.canvasEdit.selection(selected.length)}
      data-testid="selection-toolbar"
      style={{ ...place, width }}
      className="absolute z-10 flex items-center justify-center gap-px rounded-lg border border-line bg-surface p-0.5 shadow-float"
    >
      <span className="px-2 text-ink-2 text-xs tabular-nums">{selected.length}</span>
      {tools.map((group) => (
        <span key={group[0]?.act} className="flex items-center gap-px border-line border-l pl-0.5 first:border-0">
          {group.map(({ act, icon: Icon, atLeast = 2 }) => (
            <Button
              key={act}
              look="ghost"
              size="icon"
              data-testid={`tool-${act}`}
              disabled={selected.length < atLeast}
              aria-label={t.canvasEdit.acts[act]}
              title={[t.canvasEdit.acts[act], ...keysOf(act).map((key) => keyCaps(t, key))].join('  ')}
              onClick={() => acts[act]()}
            >
              <Icon size={15} aria-hidden />
            </Button>
          ))}
        </span>
      ))}
    </div>
  )
}
