'use client'

import { Eye } from 'lucide-react'
import { useMemo, useState } from 'react'
import { usePageText } from '../i18n/use-page-text.ts'
import { useDateWords } from '../i18n/zone-provider.tsx'
import { useListPages } from '../lib/use-list-pages.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPCClient } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { type LongColumn, LongGrid } from '../ui/long-grid.tsx'
import { ErrorState } from '../ui/states.tsx'
import type { FoundNumber } from './add-number.tsx'
import type { ListedNumberRow } from './do-not-call-data.ts'
import { sourceWords } from './source-words.ts'

/** The list itself, newest first; `countedAt`: when it was counted, so that it is read anew when that changes. */
export function NumberList({ total, countedAt, onOpen }: { total: number; countedAt: number; onOpen: (found: FoundNumber) => void }) {
  const t = usePageText()
  const { words, timeZone } = useDateWords()
  const client = useTRPCClient()
  const [isShown, setShown] = useState(false)
  const pages = useListPages<ListedNumberRow>({
    listKey: ['do-not-call', countedAt, isShown],
    total,
    isCounted: true,
    load: (at, signal) => {
      const place = 'after' in at ? { after: { key: at.after.key, createdAt: at.after.createdAt } } : at
      const options = { signal, context: { alone: true } }
      return isShown ? client.doNotCall.reveal.mutate({ place }, options) : client.doNotCall.list.query({ place }, options)
    },
    isUnfinished: () => false,
  })
  const columns = useMemo((): LongColumn<ListedNumberRow>[] => {
    const heads = t.doNotCall.heads
    return [
      {
        id: 'number',
        head: heads.number,
        width: 'minmax(170px,1fr)',
        cell: ({ number }) => <span className="font-medium tabular-nums">{number}</span>,
      },
      { id: 'since', head: heads.since, width: 'minmax(150px,1fr)', cell: ({ createdAt }) => words(createdAt) },
      { id: 'source', head: heads.source, width: 'minmax(150px,1fr)', cell: ({ source }) => sourceWords(t, source) },
      {
        id: 'reason',
        head: heads.reason,
        width: 'minmax(160px,2fr)',
        cell: ({ source, reason }) => (
          <span className="truncate" title={reason}>
            {source === 'asked' ? '–' : reason || '–'}
          </span>
        ),
      },
    ]
  }, [t, words])
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <span data-testid="dnc-total" aria-live="polite">
          {t.doNotCall.total(total)}
        </span>
        <span className="flex-1" />
        <Button data-testid="show-numbers" title={t.callPage.maskedHint} disabled={isShown} onClick={() => setShown(true)}>
          <Eye size={14} aria-hidden />
          {isShown ? t.doNotCall.shown : t.doNotCall.show}
        </Button>
      </div>
      {pages.error && (
        <div className="mb-3">
          <ErrorState message={`${t.doNotCall.failed} ${errorSentence(t, errorCode(pages.error))}`} onRetry={pages.retry} />
        </div>
      )}
      <LongGrid
        label={t.doNotCall.title}
        testId="dnc-grid"
        total={total}
        columns={columns}
        rowAt={pages.rowAt}
        nameOf={({ key }) => `dnc-${key}`}
        onLook={pages.look}
        onOpen={({ key, number }) => onOpen({ key, number })}
      />
      <p className="mt-2 flex flex-wrap gap-x-4 text-ink-3 text-xs">
        <span>{t.callList.zone(timeZone)}</span>
        <span className="ml-auto">{t.campaignPage.keys}</span>
      </p>
    </>
  )
}
