'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useId, useMemo, useState } from 'react'
import { nodeTitle } from '../call-page/node-title.ts'
import { useFlow } from '../flow-editor/state/use-editor.tsx'
import { useGoToNode } from '../flow-editor/use-go-to-node.ts'
import { useLocale, useText } from '../i18n/text-provider.tsx'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/field.tsx'
import { ErrorState, LoadingRows } from '../ui/states.tsx'
import { trafficOverlay, trafficSummary } from './traffic-overlay.ts'
import { useOwnOverlay } from './use-own-overlay.ts'

const periods = [1, 7, 30] as const
type TrafficLookProps = { flowId: string; published: { id: string; number: number } | null; onTaken: () => void }

/** Where calls of the last days went and where they were lost, as shares on the canvas and as figures here. */
export function TrafficLook({ flowId, published, onTaken }: TrafficLookProps) {
  const t = useText()
  const locale = useLocale()
  const flow = useFlow()
  const [days, setDays] = useState<(typeof periods)[number]>(7)
  const [versionId, setVersionId] = useState<string>()
  const versionsId = useId()
  const query = useQuery({ ...useTRPC().calls.traffic.queryOptions({ flowId, versionId, days }), placeholderData: keepPreviousData })
  const traffic = query.data
  const overlay = useMemo(() => traffic && trafficOverlay(flow, traffic, t, locale), [flow, traffic, t, locale])
  useOwnOverlay('calls', overlay, onTaken)
  return (
    <div data-testid="traffic" className="flex min-h-0 flex-col gap-3 overflow-y-auto p-3">
      <fieldset aria-label={t.pastCalls.period} className="flex gap-1">
        {periods.map((period) => (
          <Button key={period} look="ghost" size="small" aria-pressed={days === period} onClick={() => setDays(period)}>
            {t.pastCalls.days[period]}
          </Button>
        ))}
      </fieldset>
      {published && (
        <>
          <label htmlFor={versionsId} className="sr-only">
            {t.pastCalls.versions}
          </label>
          <Select id={versionsId} value={versionId ?? ''} onChange={({ target }) => setVersionId(target.value || undefined)}>
            <option value="">{t.pastCalls.allVersions}</option>
            <option value={published.id}>{t.pastCalls.publishedVersion(published.number)}</option>
          </Select>
        </>
      )}
      {query.isPending && <LoadingRows rows={2} />}
      {query.isError && <ErrorState message={errorSentence(t, errorCode(query.error))} onRetry={() => void query.refetch()} />}
      {traffic && <Figures traffic={traffic} />}
    </div>
  )
}

function Figures({ traffic }: { traffic: Parameters<typeof trafficSummary>[0] }) {
  const t = useText()
  const locale = useLocale()
  const flow = useFlow()
  const goTo = useGoToNode()
  const { calls, lost, worst } = useMemo(() => trafficSummary(traffic), [traffic])
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  if (calls === 0) return <p className="text-ink-2">{t.pastCalls.countedNone}</p>
  return (
    <>
      <p>
        {t.pastCalls.counted(calls)} {lost > 0 && t.pastCalls.lost(percent.format(lost / calls), String(lost))}
      </p>
      {worst.length > 0 && (
        <section>
          <h2 className="mb-1 text-ink-2 text-xs">{t.pastCalls.worst}</h2>
          <ol>
            {worst.map(({ nodeId, lost: lostHere, calls: came }) => (
              <li key={nodeId}>
                <button
                  type="button"
                  className="-mx-1.5 flex w-full items-baseline gap-2 rounded-md px-1.5 py-1 text-left hover:bg-hover"
                  onClick={() => goTo(nodeId)}
                >
                  <span className="min-w-0 flex-1 truncate">{nodeTitle(flow, nodeId, locale)}</span>
                  <span className="shrink-0 text-danger text-xs tabular-nums">{t.pastCalls.lostShare(lostHere, came)}</span>
                </button>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  )
}
