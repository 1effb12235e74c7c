'use client'

import type { Flow } from '@parley/flow-runtime'
import { useState } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { ErrorState } from '../ui/states.tsx'
import type { ReadCall } from './read-call-type.ts'
import type { Timeline } from './read-timeline.ts'
import { TranscribedTurns } from './transcribed-turns.tsx'
import { Transcript } from './transcript.tsx'
import { TranscribeButton, TranscriptSwitch, type TranscriptVersion } from './transcription-controls.tsx'
import { useTranscription } from './use-transcription.ts'

type TranscriptsProps = {
  callId: string
  hasRecording: boolean
  timeline: Timeline
  transcription: ReadCall['transcription']
  flow: Flow | null
  position: number
  onSeek: (seconds: number) => void
  /** There is a new transcription to be read. */
  onTranscribed: () => void
}

/** What was said: as it was heard live, or as it was transcribed from the recording. */
export function Transcripts({ callId, hasRecording, timeline, transcription, flow, position, onSeek, onTranscribed }: TranscriptsProps) {
  const t = useText()
  const [wanted, setWanted] = useState<TranscriptVersion>('live')
  const shown = transcription ? wanted : 'live'
  return (
    <section aria-label={t.callPage.transcript} className="min-w-0">
      <div className="mb-2 flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="font-semibold text-[15px]">{t.callPage.transcript}</h2>
        {transcription && <TranscriptSwitch shown={shown} onShow={setWanted} />}
        {hasRecording && (
          <Transcribing
            callId={callId}
            onDone={() => {
              setWanted('recording')
              onTranscribed()
            }}
          />
        )}
      </div>
      {shown === 'recording' && transcription ? (
        <TranscribedTurns turns={transcription.turns} position={position} onSeek={onSeek} />
      ) : (
        <Transcript timeline={timeline} flow={flow} position={position} onSeek={onSeek} />
      )}
    </section>
  )
}

function Transcribing({ callId, onDone }: { callId: string; onDone: () => void }) {
  const t = useText()
  const [isDone, setIsDone] = useState(false)
  const { isAvailable, isRunning, start, failure } = useTranscription(callId, () => {
    setIsDone(true)
    onDone()
  })
  const message = failure(t)
  return (
    <>
      {isAvailable !== undefined && (
        <div className="ml-auto">
          <TranscribeButton isAvailable={isAvailable} isRunning={isRunning} onStart={start} />
        </div>
      )}
      <p role="status" className="sr-only">
        {isRunning ? t.callPage.transcribing : isDone ? t.callPage.transcribed : ''}
      </p>
      {message && (
        <div className="w-full" data-testid="transcription-failure">
          <ErrorState message={message} />
        </div>
      )}
    </>
  )
}
