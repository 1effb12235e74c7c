'use client'

import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { CallOutcomeBadge } from '../calls/call-outcome-badge.tsx'
import { useText } from '../i18n/text-provider.tsx'
import { PreferenceMenu } from '../shell/preference-menu.tsx'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorState, LoadingRows } from '../ui/states.tsx'
import { DraftReplay } from './draft-replay.tsx'
import { PastReplay } from './past-replay.tsx'

type ReplayPageProps = { callId: string; onDraft: boolean; startAt: number }

/** A past call on the canvas: as it was, or on the draft of today. */
export function ReplayPage({ callId, onDraft, startAt }: ReplayPageProps) {
  const t = useText()
  const query = useQuery(useTRPC().calls.get.queryOptions({ callId }))
  if (!query.data)
    return (
      <main className="mx-auto max-w-lg p-10">
        {query.isError ? (
          <ErrorState message={errorSentence(t, errorCode(query.error))} onRetry={() => void query.refetch()} />
        ) : (
          <LoadingRows />
        )}
      </main>
    )
  const { call, flow } = query.data
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-line border-b bg-surface px-3 py-1.5">
        <Button look="ghost" size="icon" asChild>
          <Link href={`/calls/${callId}`} aria-label={t.pastCalls.backToCall} title={t.pastCalls.backToCall} data-testid="back-to-call">
            <ArrowLeft size={16} aria-hidden />
          </Link>
        </Button>
        <h1 className="min-w-0 truncate font-semibold">{t.pastCalls.replayOf(call.flowName)}</h1>
        <CallOutcomeBadge call={call} />
        <span className="flex-1" />
        <nav aria-label={t.pastCalls.versions} className="flex gap-1">
          <Button look="ghost" size="small" asChild className={onDraft ? '' : 'bg-hover text-ink'}>
            <Link href={`/calls/${callId}/replay`} aria-current={onDraft ? undefined : 'page'} data-testid="replay-as-it-was">
              {t.pastCalls.asItWas(call.flowVersionNumber)}
            </Link>
          </Button>
          <Button look="ghost" size="small" asChild className={onDraft ? 'bg-hover text-ink' : ''}>
            <Link href={`/calls/${callId}/replay?on=draft`} aria-current={onDraft ? 'page' : undefined} data-testid="replay-on-draft">
              {t.pastCalls.draft}
            </Link>
          </Button>
        </nav>
        <Button size="small" asChild>
          <Link href={`/flows/${call.flowId}`}>{t.pastCalls.openDraft}</Link>
        </Button>
        <PreferenceMenu />
      </header>
      {onDraft ? (
        <DraftReplay data={query.data} />
      ) : flow ? (
        <PastReplay data={query.data} flow={flow} startAt={startAt} />
      ) : (
        <div className="mx-auto w-full max-w-lg p-10">
          <ErrorState message={t.pastCalls.noVersion} />
        </div>
      )}
    </div>
  )
}
