'use client'

import { useQuery } from '@tanstack/react-query'
import { ListChecks, Play } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useEditorStore, useFlow } from '../flow-editor/state/use-editor.tsx'
import { useLocale, useText } from '../i18n/text-provider.tsx'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState, ErrorState, LoadingRows } from '../ui/states.tsx'
import { coverageOverlay } from './coverage-overlay.ts'
import { ScenarioEditor } from './scenario-editor.tsx'
import { ScenarioRow } from './scenario-row.tsx'
import { useScenarioRun } from './use-scenario-run.ts'

/** The flow's scenarios: which pass on the draft, where others fail, and what of the flow they cover. */
export function ScenariosTab({ flowId, shown, onTextCall }: { flowId: string; shown: boolean; onTextCall: () => void }) {
  const t = useText()
  const store = useEditorStore()
  const flow = useFlow()
  const list = useQuery(useTRPC().scenarios.list.queryOptions({ flowId }))
  const { runs, run, isRunning, failure } = useScenarioRun(flowId)
  const [isOnCanvas, setOnCanvas] = useState(true)
  const [editedId, setEdited] = useState<string>()
  const percent = new Intl.NumberFormat(useLocale(), { style: 'percent', maximumFractionDigits: 0 })
  const edited = list.data?.find(({ id }) => id === editedId)

  useEffect(() => {
    if (!shown || !isOnCanvas || !runs) return
    store.set({ overlay: coverageOverlay(runs.flow, runs.coverage) })
    return () => {
      if (store.getState().overlay?.kind === 'coverage') store.set({ overlay: undefined })
    }
  }, [store, shown, isOnCanvas, runs])

  if (list.isPending)
    return (
      <Padded>
        <LoadingRows rows={3} />
      </Padded>
    )
  if (list.isError)
    return (
      <Padded>
        <ErrorState message={errorSentence(t, errorCode(list.error))} onRetry={() => list.refetch()} />
      </Padded>
    )
  if (list.data.length === 0) {
    return (
      <Padded>
        <EmptyState icon={ListChecks} title={t.scenarios.none} hint={t.scenarios.noneHint}>
          <Button onClick={onTextCall}>{t.scenarios.toText}</Button>
        </EmptyState>
      </Padded>
    )
  }
  const results = list.data.flatMap(({ id }) => runs?.results.get(id) ?? [])
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-3 py-1.5">
        <Button size="small" look="primary" data-autofocus data-testid="run-all" disabled={isRunning} onClick={() => void run(flow)}>
          <Play size={13} aria-hidden />
          {isRunning ? t.scenarios.running : t.scenarios.runAll}
        </Button>
        {runs && (
          <p role="status" data-testid="scenario-summary" className="text-xs">
            <span className="font-medium">{t.scenarios.summary(results.filter(({ passed }) => passed).length, results.length)}</span>
            <span className="text-ink-2" data-testid="coverage">
              {' · '}
              {t.scenarios.coverage(percent.format(runs.coverage.nodes), percent.format(runs.coverage.edges))}
            </span>
            {runs.flow !== flow && <span className="text-call"> · {t.scenarios.stale}</span>}
          </p>
        )}
        <span className="flex-1" />
        <label className="flex items-center gap-1.5 text-ink-2 text-xs">
          <input type="checkbox" checked={isOnCanvas} onChange={(event) => setOnCanvas(event.target.checked)} />
          {t.scenarios.onCanvas}
        </label>
      </div>
      {failure !== undefined && (
        <Padded>
          <ErrorState message={errorSentence(t, failure)} onRetry={() => run(flow)} />
        </Padded>
      )}
      <ul aria-label={t.scenarios.list} data-testid="scenario-list" className="min-h-0 flex-1 overflow-y-auto">
        {list.data.map((stored) => (
          <ScenarioRow
            key={stored.id}
            flowId={flowId}
            stored={stored}
            result={runs?.results.get(stored.id)}
            disabled={isRunning}
            onRun={() => void run(flow, [stored.id])}
            onEdit={() => setEdited(stored.id)}
          />
        ))}
      </ul>
      {edited?.document && (
        <ScenarioEditor key={`${edited.id} ${edited.revision}`} flowId={flowId} stored={edited} onClose={() => setEdited(undefined)} />
      )}
    </div>
  )
}

function Padded({ children }: { children: ReactNode }) {
  return <div className="overflow-y-auto p-3">{children}</div>
}
