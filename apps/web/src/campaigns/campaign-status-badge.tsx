'use client'

import type { CampaignStatus } from '@parley/db'
import { usePageText } from '../i18n/use-page-text.ts'
import { Badge, type BadgeTone } from '../ui/badge.tsx'

const tones: Record<CampaignStatus, BadgeTone> = {
  draft: 'neutral',
  running: 'good',
  paused: 'warning',
  stopped: 'neutral',
  finished: 'speak',
}

/** Where a campaign stands. */
export function CampaignStatusBadge({ status }: { status: CampaignStatus }) {
  const t = usePageText()
  return <Badge tone={tones[status]}>{t.campaigns.statuses[status]}</Badge>
}
