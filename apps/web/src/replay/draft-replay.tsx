'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ReadCall } from '../call-page/read-call-type.ts'
import { useText } from '../i18n/text-provider.tsx'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { ErrorState, LoadingRows } from '../ui/states.tsx'
import { BacktestVerdict } from './backtest-verdict.tsx'
import type { ReadBacktest } from './read-backtest.ts'
import { pathFrames } from './replay-frames.ts'
import { ReplayStage } from './replay-stage.tsx'
import { useClock } from './use-clock.ts'

/** What the caller of a past call said, through the draft of today. */
export function DraftReplay({ data }: { data: ReadCall }) {
  const t = useText()
  const query = useQuery({ ...useTRPC().calls.backtest.queryOptions({ callId: data.call.id }), retry: false })
  if (query.isPending)
    return (
      <div className="mx-auto w-full max-w-lg p-10">
        <p className="mb-3 text-ink-2">{t.pastCalls.testing}</p>
        <LoadingRows rows={3} />
      </div>
    )
  if (!query.data)
    return (
      <div className="mx-auto w-full max-w-lg p-10">
        <ErrorState message={errorSentence(t, errorCode(query.error))} onRetry={() => void query.refetch()} />
      </div>
    )
  return <TestedDraft result={query.data} past={data} />
}

function TestedDraft({ result, past }: { result: ReadBacktest; past: ReadCall }) {
  const frames = useMemo(() => pathFrames(result.draft, result.path.after), [result])
  const length = Math.max(1, frames.length)
  const time = useClock(length)
  return (
    <ReplayStage flow={result.draft} frames={frames} time={time} length={length} timed={false}>
      <BacktestVerdict result={result} past={past} />
    </ReplayStage>
  )
}
