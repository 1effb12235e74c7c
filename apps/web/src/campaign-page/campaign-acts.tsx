'use client'

import { ExternalLink, FileUp, Pause, Pencil, Play, Square } from 'lucide-react'
import Link from 'next/link'
import { useAskedMove } from '../campaigns/use-asked-move.tsx'
import { type CampaignMove, useCampaignMoves } from '../campaigns/use-campaign-moves.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import { Button } from '../ui/button.tsx'
import type { CampaignNow } from './campaign-data.ts'

const moves = {
  start: { icon: Play, look: 'go', at: ['draft', 'finished'] },
  resume: { icon: Play, look: 'go', at: ['paused'] },
  pause: { icon: Pause, look: 'primary', at: ['running'] },
  stop: { icon: Square, look: 'plain', at: ['running', 'paused'] },
} as const satisfies Record<CampaignMove, { icon: unknown; look: string; at: readonly CampaignNow['campaign']['status'][] }>
const inOrder = ['start', 'resume', 'pause', 'stop'] as const

/** What can be done with a campaign where it stands. Only to stop it is asked about: that cannot be taken back. */
export function CampaignActs({ data: { campaign, temporalUrl, mayChange, problems } }: { data: CampaignNow }) {
  const t = usePageText()
  const { move, isPending } = useCampaignMoves(campaign)
  const { ask, dialog } = useAskedMove({ name: campaign.name, waiting: 0 }, move)
  const { id, status } = campaign
  const possible = inOrder.filter((one) => moves[one].at.some((at) => at === status))
  return (
    <div className="flex flex-wrap gap-2">
      {mayChange &&
        possible
          .filter((one) => one === 'stop' || one === 'pause' || !problems.includes('unreadable'))
          .map((one) => {
            const { icon: Icon, look } = moves[one]
            return (
              <Button
                key={one}
                look={look}
                data-testid={`campaign-${one}`}
                disabled={isPending}
                onClick={() => (one === 'stop' ? ask(one) : move(one))}
              >
                <Icon size={14} aria-hidden />
                {t.campaigns[one]}
              </Button>
            )
          })}
      {mayChange && status !== 'stopped' && (
        <Button asChild>
          <Link href={`/campaigns/${id}/leads/import`} data-testid="campaign-import">
            <FileUp size={14} aria-hidden />
            {t.leadImport.title}
          </Link>
        </Button>
      )}
      {mayChange && status !== 'stopped' && status !== 'running' && (
        <Button size="icon" asChild>
          <Link href={`/campaigns/${id}/settings`} aria-label={t.campaigns.change(campaign.name)} title={t.campaigns.change(campaign.name)}>
            <Pencil size={14} aria-hidden />
          </Link>
        </Button>
      )}
      {temporalUrl && status !== 'draft' && (
        <Button asChild>
          <a href={temporalUrl} target="_blank" rel="noreferrer" data-testid="open-in-temporal">
            <ExternalLink size={14} aria-hidden />
            {t.callPage.openInTemporal}
          </a>
        </Button>
      )}
      {dialog}
    </div>
  )
}
