'use client'

import type { Flow } from '@parley/flow-runtime'
import { useEffect, useMemo } from 'react'
import type { ReadCall } from '../call-page/read-call-type.ts'
import { readTimeline } from '../call-page/read-timeline.ts'
import { usePlayer } from '../call-page/use-player.ts'
import { useRecordingLink } from '../call-page/use-recording-link.ts'
import { useText } from '../i18n/text-provider.tsx'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { toast } from '../ui/toast.tsx'
import { type ReplayFrame, replayFrames } from './replay-frames.ts'
import { ReplayStage } from './replay-stage.tsx'
import { useClock } from './use-clock.ts'

/** After the last stop of a call without a recording. */
const restSeconds = 2

type PastReplayProps = { data: ReadCall; flow: Flow; startAt: number }

/** A past call on the version that conducted it, with its sound where it was recorded. */
export function PastReplay({ data, flow, startAt }: PastReplayProps) {
  const t = useText()
  const { call, entries, recording } = data
  const originAt = Number(recording?.startedAt ?? call.answeredAt ?? call.startedAt)
  const frames = useMemo(() => replayFrames(flow, entries, readTimeline(entries, originAt).turns, originAt), [flow, entries, originAt])
  if (frames.length === 0) return <p className="p-8 text-ink-2">{t.pastCalls.nothingToReplay}</p>
  if (!recording) return <SilentReplay flow={flow} frames={frames} startAt={startAt} />
  return <RecordedReplay callId={call.id} length={recording.seconds} flow={flow} frames={frames} startAt={startAt} />
}

type StageInput = { flow: Flow; frames: readonly ReplayFrame[]; startAt: number }

function SilentReplay({ flow, frames, startAt }: StageInput) {
  const length = (frames.at(-1)?.seconds ?? 0) + restSeconds
  const time = useClock(length)
  const { seek } = time
  useEffect(() => seek(startAt), [seek, startAt])
  return <ReplayStage flow={flow} frames={frames} time={time} length={length} timed />
}

function RecordedReplay({ callId, length, ...stage }: StageInput & { callId: string; length: number }) {
  const t = useText()
  const player = usePlayer()
  const { ref, events, seek } = player
  const link = useRecordingLink(callId, (error) => toast({ tone: 'bad', message: errorSentence(t, errorCode(error)) }))
  const failed = () => {
    events.onError()
    if (!link.renew()) toast({ tone: 'bad', message: t.errors.RECORDING_UNAVAILABLE })
  }
  useEffect(() => {
    if (stage.startAt > 0) seek(stage.startAt)
  }, [seek, stage.startAt])
  return (
    <>
      <audio ref={ref} src={link.address} preload="metadata" data-testid="recording" {...events} onError={failed} />
      <ReplayStage flow={stage.flow} frames={stage.frames} time={player} length={length} timed />
    </>
  )
}
