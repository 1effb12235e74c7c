'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useText } from '../i18n/text-provider.tsx'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { toast } from '../ui/toast.tsx'

/** Creates a flow and opens it. */
export function useCreateFlow() {
  const t = useText()
  const trpc = useTRPC()
  const router = useRouter()
  const queryClient = useQueryClient()
  const { mutate: create, isPending: isCreating } = useMutation(
    trpc.flows.create.mutationOptions({
      async onSuccess({ flowId }) {
        await queryClient.invalidateQueries({ queryKey: trpc.flows.list.queryKey() })
        router.push(`/flows/${flowId}`)
      },
      onError: (error) => toast({ tone: 'bad', message: errorSentence(t, errorCode(error)) }),
    }),
  )
  return { create, isCreating }
}
