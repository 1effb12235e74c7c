'use client'

import { useQuery } from '@tanstack/react-query'
import { FirstRunPanel } from '../first-run/first-run-panel.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { ErrorState, LoadingRows } from '../ui/states.tsx'
import { DayFigures } from './day-figures.tsx'
import { NextSteps } from './next-steps.tsx'
import { NowPanel } from './now-panel.tsx'
import { WrongPanel } from './wrong-panel.tsx'

const everyMs = 30_000

/** What is happening now, what went wrong since yesterday, what to do next. */
export function HomePage() {
  const t = usePageText()
  const query = useQuery({ ...useTRPC().home.read.queryOptions(), refetchInterval: everyMs })
  return (
    <>
      <h1 className="mb-5 font-semibold text-xl tracking-tight">{t.home.title}</h1>
      <FirstRunPanel whenLeft />
      {query.isPending && <LoadingRows rows={5} />}
      {query.isError && (
        <div className="mb-4">
          <ErrorState message={`${t.home.failed} ${errorSentence(t, errorCode(query.error))}`} onRetry={() => void query.refetch()} />
        </div>
      )}
      {query.data && (
        <div className="grid gap-4 lg:grid-cols-2">
          <NowPanel />
          {query.data.flows.length > 0 ? <NextSteps flows={query.data.flows} /> : <WrongPanel home={query.data} />}
          <DayFigures home={query.data} />
          {query.data.flows.length > 0 && <WrongPanel home={query.data} />}
        </div>
      )}
    </>
  )
}
