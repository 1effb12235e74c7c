'use client'

import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { typeset } from '../../i18n/typeset.ts'
import { usePageText } from '../../i18n/use-page-text.ts'
import { errorCode, errorSentence } from '../../trpc/error-code.ts'
import { useTRPC } from '../../trpc/trpc-provider.tsx'
import { ErrorState, LoadingRows } from '../../ui/states.tsx'
import { ImportLeads } from './import-leads.tsx'

/** Gives a campaign leads from a file. */
export function ImportPage({ campaignId }: { campaignId: string }) {
  const t = usePageText()
  const query = useQuery(useTRPC().campaigns.get.queryOptions({ campaignId }))
  const campaign = query.data
  return (
    <div className="mx-auto max-w-3xl">
      <Link href="/campaigns" className="mb-2 inline-flex items-center gap-1 rounded text-ink-2 hover:text-ink">
        <ArrowLeft size={14} aria-hidden />
        {t.leadImport.back}
      </Link>
      <h1 className="mb-5 font-semibold text-xl tracking-tight">
        {campaign ? typeset(t.leadImport.of(campaign.name)) : t.leadImport.title}
      </h1>
      {query.isPending && <LoadingRows />}
      {query.isError && <ErrorState message={typeset(errorSentence(t, errorCode(query.error)))} onRetry={() => void query.refetch()} />}
      {campaign && !campaign.mayChange && <p className="rounded-lg bg-sunken px-4 py-2.5 text-ink-2">{t.campaigns.readOnly}</p>}
      {campaign?.mayChange && <ImportLeads campaignId={campaignId} />}
    </div>
  )
}
