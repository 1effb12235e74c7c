'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useMemo } from 'react'
import { CallOutcomeBadge } from '../calls/call-outcome-badge.tsx'
import { failureSentence } from '../calls/failure-sentence.ts'
import { useText } from '../i18n/text-provider.tsx'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { ErrorState, LoadingRows } from '../ui/states.tsx'
import { toast } from '../ui/toast.tsx'
import { CallActs } from './call-acts.tsx'
import { CallFacts } from './call-facts.tsx'
import { Player } from './player.tsx'
import type { ReadCall } from './read-call-type.ts'
import { readTimeline } from './read-timeline.ts'
import { Transcripts } from './transcripts.tsx'
import { usePlayer } from './use-player.ts'

const whileRunningMs = 1500

/** Everything about one call on one time axis. Read again while the call is running. */
export function CallPage({ callId }: { callId: string }) {
  const t = useText()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const options = trpc.calls.get.queryOptions({ callId })
  const query = useQuery({
    ...options,
    refetchInterval: ({ state }) => (state.data && state.data.call.status !== 'ended' ? whileRunningMs : false),
  })
  const reveal = useMutation(
    trpc.calls.reveal.mutationOptions({
      onSuccess: (data) => queryClient.setQueryData(options.queryKey, data),
      onError: (error) => toast({ tone: 'bad', message: errorSentence(t, errorCode(error)) }),
    }),
  )
  if (query.isPending) return <LoadingRows rows={6} />
  if (!query.data) return <ErrorState message={errorSentence(t, errorCode(query.error))} onRetry={() => void query.refetch()} />
  const { personal } = query.data
  const onReveal = () => reveal.mutate({ callId })
  const onTranscribed = personal ? onReveal : () => void query.refetch()
  return <LoadedCall data={query.data} revealing={reveal.isPending} onReveal={onReveal} onTranscribed={onTranscribed} />
}

type LoadedCallProps = { data: ReadCall; revealing: boolean; onReveal: () => void; onTranscribed: () => void }

function LoadedCall({ data, revealing, onReveal, onTranscribed }: LoadedCallProps) {
  const t = useText()
  const player = usePlayer()
  const { call, flow, entries, recording } = data
  const originAt = Number(recording?.startedAt ?? call.answeredAt ?? call.startedAt)
  const timeline = useMemo(() => readTimeline(entries, originAt), [entries, originAt])
  return (
    <>
      <nav className="mb-1 flex items-center gap-1 text-ink-3 text-xs">
        <Link href="/calls" className="rounded hover:text-ink hover:underline">
          {t.callPage.crumb}
        </Link>
        <ChevronRight size={12} aria-hidden />
        <Link href={`/flows/${call.flowId}`} className="truncate rounded hover:text-ink hover:underline">
          {call.flowName}
        </Link>
      </nav>
      <header className="mb-5 flex flex-wrap items-center gap-3">
        <h1 className="min-w-0 truncate font-semibold text-xl tracking-tight">{call.flowName}</h1>
        <span className="text-ink-3">{t.callPage.version(call.flowVersionNumber)}</span>
        <CallOutcomeBadge call={call} />
        <CallActs data={data} position={player.position} revealing={revealing} onReveal={onReveal} />
      </header>
      {call.failureCode && (
        <div className="mb-5">
          <ErrorState message={`${t.callPage.failedTitle}. ${failureSentence(t, call.failureCode)} (${call.failureCode})`} />
        </div>
      )}
      {recording ? (
        <Player callId={call.id} recording={recording} marks={timeline.marks} player={player} />
      ) : (
        <p className="rounded-xl border border-line border-dashed p-4 text-ink-2">
          {call.status === 'ended' ? t.callPage.noRecording : t.callPage.recordingLater}
        </p>
      )}
      <div className="mt-6 grid gap-8 lg:grid-cols-[minmax(0,1fr)_16rem]">
        <Transcripts
          callId={call.id}
          hasRecording={recording !== null}
          timeline={timeline}
          transcription={data.transcription}
          flow={flow}
          position={player.position}
          onSeek={(seconds) => player.seek(seconds, true)}
          onTranscribed={onTranscribed}
        />
        <CallFacts data={data} timeline={timeline} />
      </div>
      {!flow && <p className="mt-4 text-call">{t.callPage.deletedVersion}</p>}
    </>
  )
}
