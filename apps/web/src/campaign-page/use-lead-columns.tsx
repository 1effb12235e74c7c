'use client'

import { useMemo } from 'react'
import { usePageText } from '../i18n/use-page-text.ts'
import { useDateWords } from '../i18n/zone-provider.tsx'
import type { LongColumn } from '../ui/long-grid.tsx'
import type { ListedLeadRow } from './campaign-data.ts'
import { LeadStateBadge } from './lead-state-badge.tsx'
import { reasonWords } from './lead-words.ts'
import { zoneWords } from './local-words.ts'

/** What the list of leads says of each. */
export function useLeadColumns(): LongColumn<ListedLeadRow>[] {
  const t = usePageText()
  const { words } = useDateWords()
  return useMemo(() => {
    const outcomes: Record<string, string | undefined> = t.calls.outcomes
    const plain = (text: string) => (
      <span className="truncate" title={text}>
        {text}
      </span>
    )
    return [
      {
        id: 'lead',
        head: t.campaignPage.lead,
        width: 'minmax(150px,1.2fr)',
        cell: ({ phone, name }) => (
          <span className="truncate">
            <span className="font-medium tabular-nums">{phone}</span> <span className="text-ink-3">{name}</span>
          </span>
        ),
      },
      { id: 'zone', head: t.campaignPage.zone, width: 'minmax(120px,1fr)', cell: ({ zones }) => plain(zoneWords(zones)) },
      { id: 'state', head: t.campaignPage.leadState, width: 'minmax(140px,1fr)', cell: ({ state }) => <LeadStateBadge state={state} /> },
      {
        id: 'why',
        head: t.campaignPage.why,
        width: 'minmax(180px,2fr)',
        cell: ({ state, reason, nextAt }) => {
          const why = reason ? reasonWords(t, reason) : ''
          return plain(state === 'waiting' && reason ? `${why} ${t.campaignPage.until(words(nextAt))}` : why)
        },
      },
      {
        id: 'attempts',
        head: t.campaignPage.attempts,
        width: 'minmax(70px,.5fr)',
        isRight: true,
        cell: ({ attempts }) => <span className="tabular-nums">{attempts}</span>,
      },
      {
        id: 'last',
        head: t.campaignPage.lastOutcome,
        width: 'minmax(120px,1fr)',
        cell: ({ lastOutcome }) => plain(lastOutcome === null ? '–' : (outcomes[lastOutcome] ?? lastOutcome)),
      },
      { id: 'lastAt', head: t.campaignPage.lastAt, width: 'minmax(140px,1fr)', cell: ({ lastAt }) => plain(lastAt ? words(lastAt) : '–') },
    ]
  }, [t, words])
}
