'use client'

import { FileUp, Pause, Pencil, Play, Square } from 'lucide-react'
import Link from 'next/link'
import type { ComponentType } from 'react'
import { usePageText } from '../i18n/use-page-text.ts'
import { Button } from '../ui/button.tsx'
import type { ListedCampaign } from './campaign-types.ts'
import { useAskedMove } from './use-asked-move.tsx'
import { type CampaignMove, useCampaignMoves } from './use-campaign-moves.ts'

const icons: Record<CampaignMove, ComponentType<{ size: number }>> = { start: Play, resume: Play, pause: Pause, stop: Square }

/** The moves that make sense where a campaign stands, the most likely one first. */
const movesOf: Record<ListedCampaign['status'], readonly CampaignMove[]> = {
  draft: ['start'],
  running: ['pause', 'stop'],
  paused: ['resume', 'stop'],
  finished: ['start'],
  stopped: [],
}

/** What can be done with a campaign from the list. */
export function CampaignActions({ campaign }: { campaign: ListedCampaign }) {
  const t = usePageText()
  const { id, name, status, leads, waiting } = campaign
  const { move, isPending } = useCampaignMoves(campaign)
  const { ask, dialog } = useAskedMove(campaign, move)
  const moves = movesOf[status].filter((one) => one !== 'start' || waiting > 0)
  const importWords = t.leadImport.of(name)
  return (
    <div className="flex items-center justify-end gap-1">
      {moves.map((one) => {
        const Icon = icons[one]
        return (
          <Button
            key={one}
            size="small"
            aria-label={t.campaigns.moveOf(t.campaigns[one], name)}
            data-testid={`${one}-campaign`}
            disabled={isPending}
            onClick={() => (one === 'start' || one === 'stop' ? ask(one) : move(one))}
          >
            <Icon size={13} aria-hidden />
            {t.campaigns[one]}
          </Button>
        )
      })}
      {status !== 'stopped' && (
        <Button look={leads === 0 ? 'plain' : 'ghost'} size={leads === 0 ? 'small' : 'icon'} asChild>
          <Link href={`/campaigns/${id}/leads/import`} aria-label={importWords} title={importWords} data-testid="import-leads">
            <FileUp size={leads === 0 ? 13 : 15} aria-hidden />
            {leads === 0 && t.leadImport.title}
          </Link>
        </Button>
      )}
      {status !== 'stopped' && status !== 'running' && (
        <Button look="ghost" size="icon" asChild>
          <Link href={`/campaigns/${id}/settings`} aria-label={t.campaigns.change(name)} title={t.campaigns.change(name)}>
            <Pencil size={15} aria-hidden />
          </Link>
        </Button>
      )}
      {dialog}
    </div>
  )
}
