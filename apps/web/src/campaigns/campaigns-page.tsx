'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import Link from 'next/link'
import { typeset } from '../i18n/typeset.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorState, LoadingRows } from '../ui/states.tsx'
import { CampaignsTable } from './campaigns-table.tsx'
import { FirstCampaign } from './first-campaign.tsx'

/** How often the list is read again while a campaign runs, milliseconds. */
const againMs = 5_000

/** The tenant's campaigns, how far each came, and what can be done with it now. */
export function CampaignsPage() {
  const t = usePageText()
  const trpc = useTRPC()
  const query = useQuery(
    trpc.campaigns.list.queryOptions(undefined, {
      refetchInterval: ({ state }) => (state.data?.campaigns.some(({ status }) => status === 'running') ? againMs : false),
    }),
  )
  const { campaigns, mayChange = false } = query.data ?? {}
  return (
    <>
      <div className="mb-6 flex flex-wrap items-start gap-3">
        <div className="min-w-60 flex-1">
          <h1 className="font-semibold text-xl tracking-tight">{t.campaigns.title}</h1>
          <p className="mt-1 max-w-3xl text-ink-2">{typeset(t.campaigns.lead)}</p>
        </div>
        {mayChange && campaigns && campaigns.length > 0 && <NewCampaign />}
      </div>
      {query.isPending && <LoadingRows />}
      {query.isError && !campaigns && (
        <ErrorState message={`${t.campaigns.failed} ${errorSentence(t, errorCode(query.error))}`} onRetry={() => void query.refetch()} />
      )}
      {campaigns && !mayChange && <p className="mb-4 rounded-lg bg-sunken px-4 py-2.5 text-ink-2">{t.campaigns.readOnly}</p>}
      {campaigns?.length === 0 && <FirstCampaign>{mayChange && <NewCampaign />}</FirstCampaign>}
      {campaigns && campaigns.length > 0 && <CampaignsTable campaigns={campaigns} mayChange={mayChange} />}
    </>
  )
}

function NewCampaign() {
  const t = usePageText()
  return (
    <Button look="primary" asChild>
      <Link href="/campaigns/new" data-testid="new-campaign">
        <Plus size={15} aria-hidden />
        {t.campaigns.newCampaign}
      </Link>
    </Button>
  )
}
