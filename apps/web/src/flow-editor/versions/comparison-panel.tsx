'use client'

import { compareFlows } from '@parley/flow-runtime/compare'
import { X } from 'lucide-react'
import { useDeferredValue, useMemo } from 'react'
import { useText } from '../../i18n/text-provider.tsx'
import { Button } from '../../ui/button.tsx'
import type { ComparedWith } from '../state/editor-store.ts'
import { useEditorStore, useFlow } from '../state/use-editor.tsx'
import { useGoToNode } from '../use-go-to-node.ts'
import { ChangeList } from './change-list.tsx'

/** What the flow on the canvas has changed since a version, in words; the canvas shows the same. */
export function ComparisonPanel({ against, shown }: { against: ComparedWith; shown: string }) {
  const t = useText()
  const store = useEditorStore()
  const flow = useDeferredValue(useFlow())
  const goTo = useGoToNode()
  const comparison = useMemo(() => compareFlows(against.document, flow), [against, flow])
  return (
    <section data-testid="comparison" className="flex max-h-[55%] flex-col border-line border-t">
      <header className="flex items-center gap-2 py-1.5 pr-2 pl-4">
        <h3 className="flex-1 font-medium">{t.versions.between(`v${against.number}`, shown)}</h3>
        <Button
          look="ghost"
          size="tiny"
          data-testid="comparison-end"
          aria-label={t.versions.compareEnd}
          title={t.versions.compareEnd}
          onClick={() => store.set({ comparedWith: undefined })}
        >
          <X size={14} />
        </Button>
      </header>
      <div className="min-h-0 overflow-y-auto px-2.5 pb-3">
        <ChangeList comparison={comparison} onGo={goTo} />
      </div>
    </section>
  )
}
