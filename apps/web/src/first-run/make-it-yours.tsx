'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { ErrorState, LoadingRows } from '../ui/states.tsx'
import { AdaptedChanges } from './adapted-changes.tsx'
import { PracticeForm } from './practice-form.tsx'
import { practiceOf } from './practice-of.ts'
import type { Adapting } from './use-adapt.ts'

/** "Make it yours": three questions, then what they changed in words, to be taken back or kept. */
export function MakeItYours({ adapting, onNext, onSkip }: { adapting: Adapting; onNext: () => void; onSkip: () => void }) {
  const t = useText()
  const calendar = useQuery({ ...useTRPC().firstRun.calendar.queryOptions(), staleTime: Number.POSITIVE_INFINITY })
  const { applied, apply, takeBack, isApplying, failure } = adapting
  const [kept, keep] = useState<ReturnType<typeof practiceOf>>()
  if (calendar.isPending) return <LoadingRows rows={3} />
  if (calendar.isError) {
    const sentence = `${t.firstRun.adapt.loadFailed} ${errorSentence(t, errorCode(calendar.error))}`
    return <ErrorState message={sentence} onRetry={() => void calendar.refetch()} />
  }
  return (
    <>
      {failure && <ErrorState message={failure} />}
      {applied ? (
        <AdaptedChanges before={applied.before} onTakeBack={takeBack} onNext={onNext} />
      ) : (
        <PracticeForm
          initial={kept ?? practiceOf(calendar.data)}
          isBusy={isApplying}
          onSkip={onSkip}
          onApply={(practice) => {
            keep(practice)
            void apply(practice)
          }}
        />
      )}
    </>
  )
}
