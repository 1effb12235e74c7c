'use client'

import { CircleAlert, CircleCheck, CircleDashed, LoaderCircle } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Catalogue } from '../i18n/catalogue.ts'
import { typeset } from '../i18n/typeset.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import { cn } from '../lib/cn.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import type { ConnectionTestResult } from './telephony-types.ts'

const looks = {
  ok: { Icon: CircleCheck, tone: 'text-do' },
  failed: { Icon: CircleAlert, tone: 'text-danger' },
  skipped: { Icon: CircleDashed, tone: 'text-ink-3' },
} as const

type TestState = { isPending: boolean; data?: ConnectionTestResult; error: unknown }

/** What trying a connection came to, step by step; the one that failed says why and what to do. Told to screen readers when it is there. */
export function TestSteps({ test }: { test: TestState }) {
  const place = useRef<HTMLDivElement>(null)
  const isThere = test.isPending || Boolean(test.data) || Boolean(test.error)
  // In a long form it would come below what is seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: again when there is more to see
  useEffect(() => {
    if (isThere) place.current?.scrollIntoView({ block: 'nearest' })
  }, [isThere, test.data])
  return (
    <div ref={place} role="status" data-testid="test-steps" className="text-xs empty:hidden">
      <Content {...test} />
    </div>
  )
}

function Content({ isPending, data, error }: TestState) {
  const t = usePageText()
  if (isPending) {
    return (
      <p className="flex items-center gap-1.5 text-ink-2">
        <LoaderCircle size={14} className="animate-spin" aria-hidden />
        {t.numbers.testing}
      </p>
    )
  }
  if (error) return <p className="text-danger">{typeset(errorSentence(t, errorCode(error)))}</p>
  if (!data?.ok) return null
  const isWell = data.steps.every(({ state }) => state === 'ok')
  return (
    <>
      <ol className="flex flex-col gap-1.5 rounded-lg bg-sunken px-3 py-2.5">
        {data.steps.map(({ step, state, code }) => {
          const { Icon, tone } = looks[state]
          return (
            <li key={step} data-step={step} data-state={state} data-code={code} className="flex items-start gap-2">
              <Icon size={14} className={cn('mt-px shrink-0', tone)} aria-hidden />
              <span className={state === 'skipped' ? 'text-ink-3' : undefined}>
                {t.numbers.steps[step]} <span className={tone}>({t.numbers.stepStates[state]})</span>
                {code && <span className="mt-0.5 block text-danger">{typeset(carrierSentence(code, t))}</span>}
              </span>
            </li>
          )
        })}
      </ol>
      <p className={cn('mt-1.5', isWell ? 'text-do' : 'text-ink-2')}>
        {isWell ? t.numbers.testTook(data.tookMs) : t.numbers.testEnded(data.tookMs)}
      </p>
    </>
  )
}

/** Why a carrier did not do what it was asked for. */
export const carrierSentence = (code: keyof Catalogue['numbers']['results'], t: Catalogue): string => t.numbers.results[code]
