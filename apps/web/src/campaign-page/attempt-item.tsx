'use client'

import Link from 'next/link'
import { failureSentence } from '../calls/failure-sentence.ts'
import { useLocale } from '../i18n/text-provider.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { useDateWords } from '../i18n/zone-provider.tsx'
import { clock } from '../lib/time-words.ts'
import { Badge } from '../ui/badge.tsx'
import type { ReadLead } from './campaign-data.ts'
import { outcomeWords, reasonWords } from './lead-words.ts'
import { localWords } from './local-words.ts'

type Attempt = ReadLead['attempts'][number]

/** One dial of a lead: why it was made then, in which calling window, how it ended, and its call. */
export function AttemptItem({ attempt, zones }: { attempt: Attempt; zones: readonly string[] }) {
  const t = usePageText()
  const { words } = useDateWords()
  const { number, dialledAt, endedAt, outcome, failureCode, wish, decision, call } = attempt
  return (
    <li className="rounded-lg border border-line p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{t.campaignPage.attempt(number)}</span>
        <Badge tone={outcome === null ? 'speak' : outcome === 'failed' ? 'bad' : 'neutral'}>{outcomeWords(t, attempt)}</Badge>
        {dialledAt && <span className="text-ink-2">{words(dialledAt)}</span>}
        {dialledAt && endedAt && call && <span className="font-mono text-ink-3 tabular-nums">{clock(call.durationMs / 1000)}</span>}
        {call && (
          <Link href={`/calls/${call.id}`} className="ml-auto rounded underline underline-offset-2">
            {t.campaignPage.openCall}
          </Link>
        )}
      </div>
      {decision && <WhyThen decision={decision} zones={zones} />}
      {failureCode && <p className="mt-1 text-ink-2">{failureSentence(t, failureCode)}</p>}
      {wish && <p className="mt-1 text-ink-2">{t.campaignPage.wished('at' in wish ? words(new Date(wish.at)) : wishWords(wish))}</p>}
    </li>
  )
}

const wishWords = ({ date, time }: { date?: string; time: string }) => [date, time].filter(Boolean).join(' ')

function WhyThen({
  decision: { reason, openUntil, seen },
  zones,
}: {
  decision: NonNullable<Attempt['decision']>
  zones: readonly string[]
}) {
  const t = usePageText()
  const locale = useLocale()
  const local = Object.entries(seen.local)
    .map(([zone, time]) => t.campaignPage.localTime(time, zone.replaceAll('_', ' ')))
    .join(', ')
  const closes = openUntil > 0 ? localWords(new Date(openUntil), zones, locale) : undefined
  return (
    <p className="mt-1 text-ink-2" data-testid="attempt-why">
      {reasonWords(t, reason)} {local && t.campaignPage.decidedAt(local)} {closes && t.campaignPage.windowUntil(closes)}
    </p>
  )
}
