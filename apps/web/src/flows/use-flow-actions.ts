'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { usePageText } from '../i18n/use-page-text.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { toast } from '../ui/toast.tsx'
import type { ListedFlow } from './listed-flow.ts'

const longestName = 80

/** Deleting a flow (gone at once, with a way back) and making another like it. */
export function useFlowActions(flow: Pick<ListedFlow, 'id' | 'name'>) {
  const t = usePageText()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const queryKey = trpc.flows.list.queryKey()
  const renew = () => queryClient.invalidateQueries({ queryKey })
  const onError = (error: unknown) => toast({ tone: 'bad', message: errorSentence(t, errorCode(error)) })
  const restore = useMutation(
    trpc.flows.restore.mutationOptions({
      onSuccess: () => toast({ tone: 'good', message: t.flowsPage.restored(flow.name) }),
      onError,
      onSettled: renew,
    }),
  )
  const remove = useMutation(
    trpc.flows.delete.mutationOptions({
      async onMutate() {
        await queryClient.cancelQueries({ queryKey })
        const before = queryClient.getQueryData(queryKey)
        queryClient.setQueryData(queryKey, (shown) => shown?.filter(({ id }) => id !== flow.id))
        return { before }
      },
      onSuccess() {
        const undo = () => restore.mutate({ flowId: flow.id })
        toast({ tone: 'good', message: t.flows.deleted(flow.name), action: { label: t.flowsPage.undo, run: undo } })
      },
      onError(error, _input, kept) {
        queryClient.setQueryData(queryKey, kept?.before)
        onError(error)
      },
      onSettled: renew,
    }),
  )
  const copy = useMutation(
    trpc.flows.duplicate.mutationOptions({
      onSuccess: (_made, { name }) => toast({ tone: 'good', message: t.flowsPage.duplicated(name) }),
      onError,
      onSettled: renew,
    }),
  )
  return {
    remove: () => remove.mutate({ flowId: flow.id }),
    duplicate: () => copy.mutate({ flowId: flow.id, name: copyName(t.flowsPage.copyOf, flow.name) }),
    isBusy: remove.isPending || copy.isPending,
  }
}

/** The name of a copy, of which the original's end is cut where it would be too long. */
function copyName(copyOf: (name: string) => string, name: string): string {
  const room = longestName - copyOf('').length
  return copyOf(name.length > room ? name.slice(0, room).trimEnd() : name)
}
