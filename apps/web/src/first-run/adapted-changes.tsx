'use client'

import type { Flow } from '@parley/flow-runtime'
import { compareFlows } from '@parley/flow-runtime/compare'
import { ArrowRight, Undo2 } from 'lucide-react'
import { useMemo } from 'react'
import { useFlow } from '../flow-editor/state/use-editor.tsx'
import { useGoToNode } from '../flow-editor/use-go-to-node.ts'
import { ChangeList } from '../flow-editor/versions/change-list.tsx'
import { useText } from '../i18n/text-provider.tsx'
import { typeset } from '../i18n/typeset.ts'
import { Button } from '../ui/button.tsx'

type AdaptedChangesProps = { before: Flow; onTakeBack: () => void; onNext: () => void }

/** What the three answers changed, in words that lead to their nodes. */
export function AdaptedChanges({ before, onTakeBack, onNext }: AdaptedChangesProps) {
  const t = useText()
  const goTo = useGoToNode()
  const flow = useFlow()
  const comparison = useMemo(() => compareFlows(before, flow), [before, flow])
  return (
    <div data-testid="adapted" className="flex flex-col gap-3">
      <p className="text-ink-2 text-xs">{typeset(comparison.isSame ? t.firstRun.adapt.nothing : t.firstRun.adapt.changed)}</p>
      {!comparison.isSame && (
        <div className="max-h-72 overflow-y-auto rounded-md border border-line p-1">
          <ChangeList comparison={comparison} onGo={goTo} />
        </div>
      )}
      <p className="text-ink-3 text-xs leading-relaxed">{typeset(t.firstRun.adapt.calendarToo)}</p>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" size="small" data-testid="adapted-next" onClick={onNext}>
          {typeset(t.firstRun.adapt.next)}
          <ArrowRight size={13} aria-hidden />
        </Button>
        <Button size="small" data-testid="adapted-back" onClick={onTakeBack}>
          <Undo2 size={13} aria-hidden />
          {t.firstRun.adapt.takeBack}
        </Button>
      </div>
    </div>
  )
}
