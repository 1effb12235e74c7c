'use client'

import { useText } from '../i18n/text-provider.tsx'
import { Badge, type BadgeTone } from '../ui/badge.tsx'
import type { ListedCall } from './listed-call.ts'

const tones: Record<NonNullable<ListedCall['outcome']>, BadgeTone> = {
  completed: 'good',
  transferred: 'good',
  hungUp: 'neutral',
  noAnswer: 'warning',
  busy: 'warning',
  machine: 'warning',
  silent: 'warning',
  timeLimit: 'warning',
  cancelled: 'neutral',
  failed: 'bad',
}

/** How a call ended, or where it is. */
export function CallOutcomeBadge({ call }: { call: Pick<ListedCall, 'status' | 'outcome'> }) {
  const t = useText()
  if (!call.outcome) return <Badge tone="speak">{t.calls.statuses[call.status]}</Badge>
  return <Badge tone={tones[call.outcome]}>{t.calls.outcomes[call.outcome]}</Badge>
}
