'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { toast } from '../ui/toast.tsx'
import type { Progress } from './steps.ts'
import { type TestKind, wantTest } from './wanted-test.ts'

/** How far the signed-in person came on the guided path; undefined while unknown, null for who has no use for it. */
export function useFirstRun() {
  const t = useText()
  const trpc = useTRPC()
  const router = useRouter()
  const queryClient = useQueryClient()
  const options = trpc.firstRun.read.queryOptions()
  const { data: run } = useQuery(options)
  const renew = () => queryClient.invalidateQueries({ queryKey: options.queryKey })
  const { mutate } = useMutation(
    trpc.firstRun.note.mutationOptions({
      onError: () => toast({ tone: 'bad', message: t.firstRun.failed }),
      onSettled: renew,
    }),
  )
  const { mutateAsync: beginPath, isPending: isBeginning } = useMutation(trpc.firstRun.begin.mutationOptions())

  const note = useCallback(
    (step: keyof Progress | 'left', done = true) => {
      queryClient.setQueryData(options.queryKey, (before) => (before ? { ...before, [step]: done } : before))
      mutate({ step, done })
    },
    [mutate, queryClient, options.queryKey],
  )
  /** Opens the editor on the path's flow; with a kind of test, that begins at once. */
  const begin = async (kind?: TestKind) => {
    try {
      const { flowId } = await beginPath()
      await Promise.all([renew(), queryClient.invalidateQueries({ queryKey: trpc.flows.pathKey() })])
      if (kind) wantTest(flowId, kind)
      router.push(`/flows/${flowId}`)
    } catch (error) {
      toast({ tone: 'bad', message: errorSentence(t, errorCode(error)) })
    }
  }
  return { run, note, begin, isBeginning }
}
