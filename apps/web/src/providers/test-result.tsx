'use client'

import { CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react'
import type { SharedCatalogue } from '../i18n/en-shared.ts'
import { useText } from '../i18n/text-provider.tsx'
import { typeset } from '../i18n/typeset.ts'
import { cn } from '../lib/cn.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import type { ProviderTestResult } from './listed-provider.ts'

type TestState = { isPending: boolean; data?: ProviderTestResult; error: unknown }

/** What trying a provider came to, in one sentence; told to screen readers when it is there. */
export function TestResult({ test }: { test: TestState }) {
  const t = useText()
  const failed = Boolean(test.error) || test.data?.ok === false
  const Icon = test.isPending ? LoaderCircle : failed ? CircleAlert : CircleCheck
  const sentence = sentenceOf(test, t)
  return (
    <p role="status" data-testid="test-result" data-ok={test.data?.ok} data-code={test.data?.code} className="min-h-0 text-xs empty:hidden">
      {sentence && (
        <span className={cn('flex items-start gap-1.5', test.isPending ? 'text-ink-2' : failed ? 'text-danger' : 'text-do')}>
          <Icon size={14} className={cn('mt-px shrink-0', test.isPending && 'animate-spin')} aria-hidden />
          {typeset(sentence)}
        </span>
      )}
    </p>
  )
}

function sentenceOf({ isPending, data, error }: TestState, t: SharedCatalogue): string | undefined {
  if (isPending) return t.providers.testing
  if (error) return errorSentence(t, errorCode(error))
  if (!data) return undefined
  return data.ok ? t.providers.works(data.tookMs) : t.providers.worksNot(supplySentence(data.code, t), data.tookMs)
}

/** Why a vendor did not do what was asked. */
export const supplySentence = (code: keyof SharedCatalogue['providers']['results'] | undefined, t: SharedCatalogue): string =>
  t.providers.results[code ?? 'ANSWERED_OTHERWISE']
