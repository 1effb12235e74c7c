'use client'

import type { CampaignStatus } from '@parley/db'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { typeset } from '../i18n/typeset.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { toast } from '../ui/toast.tsx'

export type CampaignMove = 'start' | 'pause' | 'resume' | 'stop'

/** Starts, pauses, resumes and stops a campaign: its page shows it at once, and as it was when it could not be done. Says what came of it. */
export function useCampaignMoves({ id, name }: { id: string; name: string }) {
  const t = usePageText()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const page = trpc.campaignPage.read.queryKey({ campaignId: id })
  const becoming = (status: CampaignStatus, sentence: (name: string) => string) => ({
    async onMutate() {
      await queryClient.cancelQueries({ queryKey: page })
      const before = queryClient.getQueryData(page)
      queryClient.setQueryData(page, (seen) => seen && { ...seen, campaign: { ...seen.campaign, status } })
      return { undo: () => queryClient.setQueryData(page, before) }
    },
    onSuccess: () => toast({ tone: 'good', message: typeset(sentence(name)) }),
    onError(error: unknown, _: unknown, context: { undo: () => void } | undefined) {
      context?.undo()
      toast({ tone: 'bad', message: typeset(errorSentence(t, errorCode(error))) })
    },
    onSettled: () =>
      Promise.all([trpc.campaigns.pathKey(), trpc.campaignPage.pathKey()].map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
  })
  const moves = {
    start: useMutation(trpc.campaigns.start.mutationOptions(becoming('running', t.campaigns.started))),
    pause: useMutation(trpc.campaigns.pause.mutationOptions(becoming('paused', t.campaigns.paused))),
    resume: useMutation(trpc.campaigns.resume.mutationOptions(becoming('running', t.campaigns.resumed))),
    stop: useMutation(trpc.campaigns.stop.mutationOptions(becoming('stopped', t.campaigns.stopped))),
  }
  return {
    move: (move: CampaignMove) => moves[move].mutate({ campaignId: id }),
    isPending: Object.values(moves).some(({ isPending }) => isPending),
  }
}
