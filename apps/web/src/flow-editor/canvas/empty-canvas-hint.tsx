'use client'

import { Plus } from 'lucide-react'
import { useText } from '../../i18n/text-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { useEditorStore } from '../state/use-editor.tsx'

export function EmptyCanvasHint() {
  const t = useText()
  const store = useEditorStore()
  return (
    <div className="pointer-events-none absolute inset-0 grid place-items-center">
      <div className="flex flex-col items-center gap-3 rounded-xl border-2 border-line border-dashed px-12 py-10 text-ink-2">
        <p>{t.editor.emptyCanvas}</p>
        <Button className="pointer-events-auto" onClick={() => store.set({ panel: 'add' })}>
          <Plus size={15} aria-hidden />
          {t.editor.rail.add}
        </Button>
      </div>
    </div>
  )
}
