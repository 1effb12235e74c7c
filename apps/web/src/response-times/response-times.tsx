'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Timer } from 'lucide-react'
import Link from 'next/link'
import { usePageText } from '../i18n/use-page-text.ts'
import { cn } from '../lib/cn.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState, ErrorState, LoadingRows } from '../ui/states.tsx'
import { GapChart } from './gap-chart.tsx'
import { GapFigures } from './gap-figures.tsx'
import { GroupsTable } from './groups-table.tsx'
import type { ReadTimes } from './read-times.ts'
import { SlowestAnswers } from './slowest-answers.tsx'
import { StageParts } from './stage-parts.tsx'
import { useWanted } from './use-wanted.ts'
import type { WantedTimes } from './wanted.ts'
import { WantedFilters } from './wanted-filters.tsx'

const everyMs = 60_000

/** How long callers wait for answers: the figure, where the time goes, how it went day by day, and the calls behind it. */
export function ResponseTimes() {
  const t = usePageText()
  const [wanted, want] = useWanted()
  const query = useQuery({
    ...useTRPC().responseTimes.read.queryOptions(wanted),
    placeholderData: keepPreviousData,
    refetchInterval: everyMs,
  })
  return (
    <>
      <div className="mb-5 flex flex-wrap items-end gap-x-6 gap-y-3">
        <div className="min-w-64 flex-1">
          <h1 className="font-semibold text-xl tracking-tight">{t.responseTimes.title}</h1>
          <p className="mt-1 text-ink-2">{t.responseTimes.hint}</p>
        </div>
        <WantedFilters wanted={wanted} groups={query.data?.groups ?? []} onWant={want} />
      </div>
      {query.isPending && <LoadingRows rows={5} />}
      {query.isError && (
        <ErrorState
          message={`${t.responseTimes.failed} ${errorSentence(t, errorCode(query.error))}`}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.data && (
        <div aria-busy={query.isPlaceholderData} className={cn(query.isPlaceholderData && 'opacity-60')}>
          <Times times={query.data} wanted={wanted} onWant={want} />
        </div>
      )}
    </>
  )
}

function Times({ times, wanted, onWant }: { times: ReadTimes; wanted: WantedTimes; onWant: (change: Partial<WantedTimes>) => void }) {
  const t = usePageText()
  if (!times.gap) {
    const isNarrowed = wanted.flow !== undefined || wanted.channel !== undefined
    return (
      <EmptyState icon={Timer} title={t.responseTimes.noneTitle} hint={isNarrowed ? t.responseTimes.noneOfKind : t.responseTimes.noneHint}>
        {isNarrowed ? (
          <Button onClick={() => onWant({ flow: undefined, channel: undefined })}>{t.responseTimes.showAll}</Button>
        ) : (
          <Button look="primary" asChild>
            <Link href="/flows">{t.calls.openFlow}</Link>
          </Button>
        )}
      </EmptyState>
    )
  }
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <GapFigures times={times} gap={times.gap} period={wanted.period} />
      <StageParts stages={times.stages} answered={times.counts.answered} />
      <GapChart series={times.series} timeZone={times.timeZone} period={wanted.period} />
      <GroupsTable groups={times.groups} wanted={wanted} onWant={onWant} />
      <SlowestAnswers slowest={times.slowest} timeZone={times.timeZone} />
    </div>
  )
}
