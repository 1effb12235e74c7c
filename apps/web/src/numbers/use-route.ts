'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { usePageText } from '../i18n/use-page-text.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { toast } from '../ui/toast.tsx'
import type { ByHand } from './telephony-types.ts'
import { carrierSentence } from './test-steps.tsx'

/** Lets a carrier lead the calls of a number here. `byHand`: the step that is left to be made there. */
export function useRoute() {
  const t = usePageText()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [byHand, setByHand] = useState<ByHand>()
  const { mutateAsync, isPending } = useMutation(trpc.telephony.routeNumber.mutationOptions())
  return {
    byHand,
    isPending,
    async route({ id, international }: { id: string; international: string }) {
      setByHand(undefined)
      try {
        const result = await mutateAsync({ id })
        if (!result.ok) toast({ tone: 'bad', message: carrierSentence(result.code, t) })
        else if (result.answer.state === 'by-hand') setByHand(result.answer)
        else toast({ tone: 'good', message: t.numbers.routed(international) })
        await queryClient.invalidateQueries({ queryKey: trpc.telephony.listAtCarrier.queryKey() })
      } catch (error) {
        toast({ tone: 'bad', message: errorSentence(t, errorCode(error)) })
      }
    },
  }
}
