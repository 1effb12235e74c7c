'use client'

import type { LeadState } from '@parley/db'
import { usePageText } from '../i18n/use-page-text.ts'
import { Badge, type BadgeTone } from '../ui/badge.tsx'

const tones: Record<LeadState, BadgeTone> = {
  waiting: 'neutral',
  trying: 'speak',
  reached: 'good',
  notReached: 'warning',
  doNotCall: 'bad',
  notCallable: 'bad',
}

/** Where a lead is. */
export function LeadStateBadge({ state }: { state: LeadState }) {
  return <Badge tone={tones[state]}>{usePageText().campaignPage.states[state]}</Badge>
}
