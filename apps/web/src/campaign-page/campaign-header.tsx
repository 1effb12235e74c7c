'use client'

import Link from 'next/link'
import { CampaignStatusBadge } from '../campaigns/campaign-status-badge.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { CampaignActs } from './campaign-acts.tsx'
import type { CampaignNow } from './campaign-data.ts'

/** Which campaign this is, where it stands, what it calls with, and what can be done. */
export function CampaignHeader({ data }: { data: CampaignNow }) {
  const t = usePageText()
  const { campaign, callerId } = data
  const { flow, connection } = campaign
  return (
    <header className="mb-5">
      <p className="text-ink-3 text-xs">
        <Link href="/campaigns" className="rounded hover:underline">
          {t.campaigns.title}
        </Link>
      </p>
      <div className="mt-1 flex flex-wrap items-start gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <h1 className="flex flex-wrap items-center gap-2.5 break-words font-semibold text-xl tracking-tight">
            <span className="min-w-0 break-words">{campaign.name}</span>
            <span aria-live="polite" data-testid="campaign-status" data-status={campaign.status}>
              <CampaignStatusBadge status={campaign.status} />
            </span>
          </h1>
          <p className="mt-1 text-ink-2">
            <Link href={`/flows/${flow.id}`} className="rounded underline underline-offset-2">
              {flow.name}
            </Link>{' '}
            {t.callPage.version(flow.versionNumber)}
            {callerId && ` · ${t.campaignPage.callsFrom(callerId)}`}
            {connection && ` · ${connection.name}`}
          </p>
        </div>
        <CampaignActs data={data} />
      </div>
    </header>
  )
}
