'use client'

import { useQuery } from '@tanstack/react-query'
import { alone, useTRPC } from '../trpc/trpc-provider.tsx'

const [liveMs, quietMs] = [2_500, 20_000]
const [figuresMs, quietFiguresMs] = [5_000, 30_000]
const runMs = 15_000

/** A campaign, renewed all the time while it calls and now and then otherwise. */
export function useCampaign(campaignId: string) {
  const trpc = useTRPC()
  const page = useQuery({
    ...trpc.campaignPage.read.queryOptions({ campaignId }),
    refetchInterval: ({ state: { data } }) => (data?.campaign.status === 'running' || data?.pulse.onLine ? liveMs : quietMs),
  })
  const status = page.data?.campaign.status
  const isCalling = status === 'running' || (page.data?.pulse.onLine ?? 0) > 0
  const figures = useQuery({
    ...trpc.campaignPage.figures.queryOptions({ campaignId }, alone),
    refetchInterval: isCalling ? figuresMs : quietFiguresMs,
  })
  const run = useQuery({
    ...trpc.campaignPage.run.queryOptions({ campaignId }, alone),
    enabled: status === 'running' || status === 'paused',
    refetchInterval: runMs,
  })
  return { page, figures, run: run.data?.run }
}
