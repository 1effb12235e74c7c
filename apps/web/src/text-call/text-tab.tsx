'use client'

import type { EffectOf } from '@parley/flow-runtime'
import { MessageSquareText } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { useEditor, useEditorStore, useFlow } from '../flow-editor/state/use-editor.tsx'
import { useText } from '../i18n/text-provider.tsx'
import { KeepScenario } from '../scenarios/keep-scenario.tsx'
import { FilledValues } from '../test-call/filled-values.tsx'
import { advance, noLiveCall } from '../test-call/live-call.ts'
import type { TestWish } from '../test-call/test-wish.ts'
import { errorSentence } from '../trpc/error-code.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/states.tsx'
import { AnswerChoices } from './answer-choices.tsx'
import { Composer } from './composer.tsx'
import { TextTranscript } from './text-transcript.tsx'
import { textTurns } from './text-turns.ts'
import { toolChoices, transferChoices } from './tool-choices.ts'
import { useTextCall } from './use-text-call.ts'
import { WaysBar } from './ways-bar.tsx'

/** A call in writing through the draft: what the caller says and what services answer is chosen here. */
export function TextTab({ flowId, shown, wish }: { flowId: string; shown: boolean; wish?: TestWish }) {
  const t = useText()
  const store = useEditorStore()
  const flow = useFlow()
  const language = useEditor((state) => state.language)
  const { isStarted, played, isBusy, failure, ways, tookMs, start, answer, goBack, choose, retry } = useTextCall(flow)
  const [isAuto, setAuto] = useState(false)
  const live = useMemo(() => (played ? advance(noLiveCall, played.flow, played.journal) : noLiveCall), [played])
  const turns = useMemo(() => (played ? textTurns(played, played.steps) : []), [played])
  const asked = played?.state.status === 'running' ? played.state.awaiting.find(isAsked) : undefined

  // biome-ignore lint/correctness/useExhaustiveDependencies: each wish is granted once
  useEffect(() => {
    if (wish) start(language)
  }, [wish])
  useEffect(() => {
    if (!shown) return
    const { currentNodeId, nodeIds, edgeIds } = live
    store.set({ trail: isStarted ? { currentNodeId, nodeIds, edgeIds } : undefined })
    return () => store.set({ trail: undefined })
  }, [store, shown, isStarted, live])

  useEffect(() => {
    if (!isAuto || isBusy || !played || played.failure || !asked || ways.stopAt === played.steps.length) return
    const [first] =
      asked.type === 'callTool' ? toolChoices(asked, played.state.startedAt) : asked.type === 'transfer' ? transferChoices : []
    if (first) answer(first.step)
  }, [isAuto, isBusy, played, asked, ways.stopAt, answer])

  if (!isStarted || (!played && failure === undefined)) {
    return (
      <div className="flex flex-1 flex-col items-start gap-3 px-4 py-4">
        <p className="max-w-[68ch] text-ink-2">{t.textCall.intro}</p>
        <Button look="go" data-autofocus data-testid="text-start" disabled={isStarted} onClick={() => start(language)}>
          <MessageSquareText size={15} aria-hidden />
          {t.textCall.start}
        </Button>
      </div>
    )
  }
  const isOver = played?.state.status === 'ended'
  const outcome = played?.state.outcome
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        {ways.all.length > 1 && <WaysBar ways={ways} onChoose={choose} />}
        {failure !== undefined && (
          <div className="p-3 pb-0">
            <ErrorState message={errorSentence(t, failure)} onRetry={retry} />
          </div>
        )}
        <TextTranscript turns={turns} tookMs={tookMs} onGoBack={goBack} />
        {played?.failure && (
          <p role="alert" data-testid="text-changed" className="mx-3 mb-2 rounded-md bg-call-soft px-3 py-2 text-call text-xs">
            <strong className="font-semibold">{t.textCall.changed}</strong> {played.failure} {t.textCall.changedHint}
          </p>
        )}
        <footer className="flex flex-wrap items-center gap-2 border-line border-t px-3 py-2" aria-busy={isBusy}>
          {isOver ? (
            <>
              {outcome && (
                <span data-testid="text-outcome" data-outcome={outcome}>
                  <Badge tone={outcome === 'completed' || outcome === 'transferred' ? 'good' : 'neutral'}>
                    {t.textCall.outcome(t.calls.outcomes[outcome])}
                  </Badge>
                </span>
              )}
              <span className="flex-1" />
            </>
          ) : asked ? (
            <AnswerChoices key={asked.id} asked={asked} startedAt={played?.state.startedAt ?? 0} disabled={isBusy} onAnswer={answer} />
          ) : (
            played && <Composer key={ways.active} state={played.state} turns={turns} disabled={isBusy} onStep={answer} />
          )}
          {(asked || isAuto) && (
            <label className="flex items-center gap-1.5 text-ink-2 text-xs" title={t.textCall.autoHint}>
              <input type="checkbox" data-testid="text-auto" checked={isAuto} onChange={(event) => setAuto(event.target.checked)} />
              {t.textCall.auto}
            </label>
          )}
          {played && <KeepScenario flowId={flowId} flow={played.flow} journal={played.journal} disabled={isBusy || turns.length < 2} />}
          <Button size="small" data-testid="text-again" onClick={() => start(language)}>
            {t.textCall.again}
          </Button>
        </footer>
      </div>
      <FilledValues variables={live.variables} flow={flow} />
    </div>
  )
}

export type Asked = EffectOf<'callTool'> | EffectOf<'generate'> | EffectOf<'transfer'>
const isAsked = (effect: { type: string }): effect is Asked =>
  effect.type === 'callTool' || effect.type === 'generate' || effect.type === 'transfer'
