'use client'

import type { Flow, Language } from '@parley/flow-runtime'
import { type InputStep, type PlayedSteps, playSteps } from '@parley/flow-runtime/scenarios'
import { useDeferredValue, useEffect, useState } from 'react'
import { useLocale } from '../i18n/text-provider.tsx'
import { errorCode } from '../trpc/error-code.ts'
import { useUnderstanding } from './use-understanding.ts'
import { firstWay, goBack, goOn, stepsOf } from './ways.ts'

/** What was played last, of which flow and with which steps. */
export type PlayedText = PlayedSteps & { flow: Flow; steps: readonly InputStep[] }
type Started = { at: number; language: Language }

/** A text call through the draft: every step, every change of the draft and every way back plays it again from its start. */
export function useTextCall(draft: Flow) {
  const flow = useDeferredValue(draft)
  const locale = useLocale()
  const { understand, tookMs } = useUnderstanding()
  const [started, setStarted] = useState<Started>()
  const [ways, setWays] = useState(firstWay)
  const [played, setPlayed] = useState<PlayedText>()
  const [failure, setFailure] = useState<string>()
  const [tries, setTries] = useState(0)
  const steps = stepsOf(ways)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks again after a failure
  useEffect(() => {
    if (!started) return
    let isStale = false
    const { at, language } = started
    playSteps(flow, steps, { startedAt: at, language, understand, locale }).then(
      (result) => {
        if (isStale) return
        setFailure(undefined)
        setPlayed({ ...result, flow, steps })
      },
      (error: unknown) => isStale || setFailure(errorCode(error)),
    )
    return () => {
      isStale = true
    }
  }, [flow, steps, started, understand, locale, tries])

  return {
    isStarted: started !== undefined,
    played: started && played,
    /** Something was answered that has not been played yet. */
    isBusy: started !== undefined && failure === undefined && played?.steps !== steps,
    failure,
    ways,
    tookMs,
    start(language: Language) {
      setWays(firstWay)
      setPlayed(undefined)
      setFailure(undefined)
      setStarted({ at: Date.now(), language })
    },
    /** After a failed step of a replay the call goes on from the last one that happened. */
    answer(step: InputStep) {
      setWays((before) => goOn(played?.failure && played.steps === steps ? goBack(before, played.starts.length) : before, step))
    },
    goBack: (count: number) => setWays((before) => goBack(before, count)),
    choose: (id: number) => setWays((before) => ({ ...before, active: id, stopAt: undefined })),
    retry: () => setTries((before) => before + 1),
  }
}
