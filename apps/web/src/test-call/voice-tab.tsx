'use client'

import type { Flow } from '@parley/flow-runtime'
import { failureSentence } from '../calls/failure-sentence.ts'
import { useText } from '../i18n/text-provider.tsx'
import { KeepScenario } from '../scenarios/keep-scenario.tsx'
import { errorSentence } from '../trpc/error-code.ts'
import { ErrorState } from '../ui/states.tsx'
import { AnswerTimes } from './answer-times.tsx'
import { type CallPhase, isRunning } from './call-phase.ts'
import { CallTranscript } from './call-transcript.tsx'
import { FilledValues } from './filled-values.tsx'
import type { LiveCall } from './live-call.ts'

type VoiceTabProps = {
  flowId: string
  published: { number: number; document: Flow } | null
  draftDiffers: boolean
  phase: CallPhase
  live: LiveCall
}

/** A call through the microphone, on the published version: what both sides say, what fills, how long answers take. */
export function VoiceTab({ flowId, published, draftDiffers, phase, live }: VoiceTabProps) {
  const t = useText()
  return (
    <>
      {phase.name === 'failed' && (
        <div className="p-3 pb-0" data-testid="call-error" data-code={phase.code}>
          <ErrorState message={errorSentence(t, phase.code)} />
        </div>
      )}
      {phase.name === 'ended' && phase.failureCode && (
        <div className="p-3 pb-0" data-testid="call-error" data-code={phase.failureCode}>
          <ErrorState message={failureSentence(t, phase.failureCode)} />
        </div>
      )}
      {(!published || draftDiffers) && !isRunning(phase) && (
        <p data-testid="draft-differs" className="mx-4 mt-3 rounded-md bg-call-soft px-3 py-2 text-call text-xs">
          {published ? t.testCall.draftDiffers(published.number) : t.testCall.notPublished}
        </p>
      )}
      {phase.name === 'idle' ? (
        <p className="px-4 py-3 text-ink-2">{t.testCall.intro}</p>
      ) : (
        <div className="flex min-h-0 flex-1">
          <div className="flex min-w-0 flex-1 flex-col">
            <CallTranscript turns={live.turns} isListening={live.isListening && isRunning(phase)} />
            <AnswerTimes entries={live.entries} />
            {phase.name === 'ended' && published && live.turns.length > 1 && (
              <footer className="border-line border-t px-3 py-2">
                <KeepScenario flowId={flowId} flow={published.document} journal={live.entries} />
              </footer>
            )}
          </div>
          <FilledValues variables={live.variables} flow={published?.document ?? null} />
        </div>
      )}
    </>
  )
}
