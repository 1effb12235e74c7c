'use client'

import type { LeadState } from '@parley/db'
import { useText } from '../i18n/text-provider.tsx'
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
  return <Badge tone={tones[state]}>{useText().campaignPage.states[state]}</Badge>
}
