'use client'

import type { Flow } from '@parley/flow-runtime'
import { failureSentence } from '../calls/failure-sentence.ts'
import { ProblemList } from '../flow-editor/panels/problem-list.tsx'
import { useProblems } from '../flow-editor/state/use-problems.tsx'
import { useGoToNode } from '../flow-editor/use-go-to-node.ts'
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
  /** The draft as it was when the call began. */
  called?: Flow
  phase: CallPhase
  live: LiveCall
}

/** A call through the microphone, on the draft: what both sides say, what fills, how long answers take. */
export function VoiceTab({ flowId, called, phase, live }: VoiceTabProps) {
  const t = useText()
  const { errors } = useProblems()
  const goTo = useGoToNode()
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
      {errors.length > 0 && !isRunning(phase) && (
        <section data-testid="repair-first" className="max-h-40 shrink-0 overflow-y-auto px-3 pt-3">
          <h2 className="mb-1 px-2 font-medium text-danger text-xs">{t.testCall.repairFirst}</h2>
          <ProblemList problems={errors} onGo={goTo} />
        </section>
      )}
      {phase.name === 'idle' ? (
        <p className="px-4 py-3 text-ink-2">{t.testCall.intro}</p>
      ) : (
        <div className="flex min-h-0 flex-1">
          <div className="flex min-w-0 flex-1 flex-col">
            <CallTranscript turns={live.turns} isListening={live.isListening && isRunning(phase)} />
            <AnswerTimes entries={live.entries} />
            {phase.name === 'ended' && called && live.turns.length > 1 && (
              <footer className="border-line border-t px-3 py-2">
                <KeepScenario flowId={flowId} flow={called} journal={live.entries} />
              </footer>
            )}
          </div>
          <FilledValues variables={live.variables} flow={called ?? null} />
        </div>
      )}
    </>
  )
}
