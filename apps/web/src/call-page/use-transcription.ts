'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { SharedCatalogue } from '../i18n/en-shared.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'

const whileRunningMs = 1000

/** Has a recording transcribed anew and follows how it goes. `onDone` is called when it came to a good end while the page was open. */
export function useTranscription(callId: string, onDone: () => void) {
  const trpc = useTRPC()
  const query = useQuery({
    ...trpc.calls.transcriptionStatus.queryOptions({ callId }),
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? whileRunningMs : false),
  })
  // It is under way until the new status is known: the old one may be that of a run before.
  const asked = useMutation(trpc.calls.transcribe.mutationOptions({ onSuccess: () => query.refetch() }))
  const { data } = query
  const isRunning = asked.isPending || data?.status === 'running'
  const tell = useRef(onDone)
  tell.current = onDone
  const wasRunning = useRef(false)
  const status = data?.status
  useEffect(() => {
    if (!isRunning && wasRunning.current && status === 'done') tell.current()
    wasRunning.current = isRunning
  }, [isRunning, status])

  return {
    isAvailable: data?.isAvailable,
    isRunning,
    start: () => {
      if (!isRunning) asked.mutate({ callId })
    },
    /** Why it did not work: a sentence with its code. */
    failure: (t: SharedCatalogue): string | undefined => {
      if (isRunning) return undefined
      if (asked.error) return `${errorSentence(t, errorCode(asked.error))} (${errorCode(asked.error)})`
      return data?.status === 'failed' ? `${failureSentence(t, data.failureCode)} (${data.failureCode})` : undefined
    },
  }
}

function failureSentence(t: SharedCatalogue, code: string): string {
  const sentences: Record<string, string | undefined> = t.transcriptionFailures
  return sentences[code] ?? t.transcriptionFailures.TRANSCRIPTION_FAILED
}
