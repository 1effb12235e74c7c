'use client'

import Link from 'next/link'
import { useLocale } from '../i18n/text-provider.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { useDateWords } from '../i18n/zone-provider.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { CampaignActions } from './campaign-actions.tsx'
import { CampaignStatusBadge } from './campaign-status-badge.tsx'
import type { ListedCampaign } from './campaign-types.ts'
import { dayWords } from './day-words.ts'

type CampaignsTableProps = { campaigns: readonly ListedCampaign[]; mayChange: boolean }

/** Campaigns as rows, the newest first. */
export function CampaignsTable({ campaigns, mayChange }: CampaignsTableProps) {
  const t = usePageText()
  const heads = [t.campaigns.name, t.campaigns.flow, t.campaigns.status, t.campaigns.progress, t.campaigns.dates]
  return (
    <div className="overflow-x-auto rounded-xl border border-line bg-surface shadow-card">
      <table className="w-full text-left" data-testid="campaigns">
        <thead className="border-line border-b text-ink-3 text-xs">
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className="whitespace-nowrap px-4 py-2.5 font-medium">
                {head}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {campaigns.map((campaign) => (
            <tr key={campaign.id} data-testid={`campaign-${campaign.id}`} className="border-line border-t first:border-t-0">
              <Cells campaign={campaign} />
              <td className="px-3 py-2">{mayChange && <CampaignActions campaign={campaign} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cells({ campaign }: { campaign: ListedCampaign }) {
  const t = usePageText()
  const locale = useLocale()
  const { words } = useDateWords()
  const { id, name, flowId, flowName, flowVersion, status, leads, called, firstDate, lastDate, createdAt } = campaign
  const dates = [firstDate && t.campaigns.from(dayWords(firstDate, locale)), lastDate && t.campaigns.until(dayWords(lastDate, locale))]
  return (
    <>
      <th scope="row" className="max-w-64 px-4 py-2.5 font-normal">
        <Link href={`/campaigns/${id}`} className="block truncate rounded font-medium hover:underline" title={name}>
          {name}
        </Link>
      </th>
      <td className="max-w-56 px-4 py-2.5">
        <Link href={`/flows/${flowId}`} className="block truncate rounded hover:underline" title={flowName}>
          {flowName}
        </Link>
        <span className="block text-ink-3 text-xs">{flowVersion !== null && t.campaigns.versionOf(flowVersion)}</span>
      </td>
      <td className="px-4 py-2.5">
        <CampaignStatusBadge status={status} />
      </td>
      <td className="px-4 py-2.5">
        {leads === 0 ? (
          <span className="whitespace-nowrap text-ink-3">{t.campaigns.noLeads}</span>
        ) : (
          <>
            <span className="block whitespace-nowrap tabular-nums">{t.campaigns.called(called, leads)}</span>
            <ProgressBar className="mt-1 w-28" label={`${t.campaigns.progress}, ${name}`} max={leads} value={called} />
          </>
        )}
      </td>
      <td className="whitespace-nowrap px-4 py-2.5">
        <span className="block">{dates.filter(Boolean).join(' ') || t.campaigns.anyDay}</span>
        <span className="block text-ink-3 text-xs">{t.campaigns.created(words(createdAt))}</span>
      </td>
    </>
  )
}
