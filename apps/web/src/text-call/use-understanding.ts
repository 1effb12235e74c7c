'use client'

import type { Understanding, UnderstandRequest } from '@parley/flow-runtime'
import { useMutation } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { useTRPC } from '../trpc/trpc-provider.tsx'

type Known = { answer: Promise<Understanding>; tookMs?: number }

/** Asks the server's engine what words mean, each question once: a call that is played again understands the same at once. */
export function useUnderstanding() {
  const { mutateAsync } = useMutation(useTRPC().scenarios.understand.mutationOptions())
  const known = useRef(new Map<string, Known>())
  const understand = useCallback(
    (request: UnderstandRequest): Promise<Understanding> => {
      const key = JSON.stringify(request)
      const before = known.current.get(key)
      if (before) return before.answer
      const startedAt = performance.now()
      const asked: Known = {
        answer: mutateAsync(request).then(
          (answer) => {
            asked.tookMs = performance.now() - startedAt
            return answer
          },
          (error: unknown) => {
            known.current.delete(key)
            throw error
          },
        ),
      }
      known.current.set(key, asked)
      return asked.answer
    },
    [mutateAsync],
  )
  /** How long the answer took, there and back, in milliseconds. */
  const tookMs = useCallback((request: UnderstandRequest) => known.current.get(JSON.stringify(request))?.tookMs, [])
  return { understand, tookMs }
}
