'use client'

import { useQuery } from '@tanstack/react-query'
import type { RowSelectionState } from '@tanstack/react-table'
import { Download, PhoneCall } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import { useLocale } from '../i18n/text-provider.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { useDateWords } from '../i18n/zone-provider.tsx'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState, ErrorState, LoadingRows } from '../ui/states.tsx'
import { CallsTable } from './calls-table.tsx'
import { ColumnMenu } from './column-menu.tsx'
import { exportAddress } from './export-address.ts'
import { FilterBar } from './filter-bar.tsx'
import { useCallPages } from './use-call-pages.ts'
import { useWantedCalls } from './use-wanted-calls.ts'
import { ViewMenu } from './view-menu.tsx'
import { callQuery, usualColumns } from './wanted-calls.ts'

/** All calls of the tenant, however many: narrowed, sorted, kept as views and exported. */
export function CallsList() {
  const t = usePageText()
  const locale = useLocale()
  const { timeZone } = useDateWords()
  const [wanted, want] = useWantedCalls()
  const pages = useCallPages(wanted)
  const choices = useQuery(useTRPC().calls.choices.queryOptions()).data
  const [selected, setSelected] = useState<RowSelectionState>({})
  const [isAtTop, setIsAtTop] = useState(true)
  const columns = wanted.columns ?? usualColumns
  const chosen = Object.keys(selected)
  const { counted, total, newCalls, renew } = pages

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each news, not for each drawing
  useEffect(() => {
    if (isAtTop && newCalls > 0) renew()
  }, [isAtTop, newCalls])

  if (counted.isPending) return <LoadingRows rows={8} />
  if (!counted.data)
    return <ErrorState message={`${t.calls.failed} ${errorSentence(t, errorCode(counted.error))}`} onRetry={() => void counted.refetch()} />
  if (!counted.data.any) {
    return (
      <EmptyState icon={PhoneCall} title={t.calls.noneTitle} hint={t.calls.noneHint}>
        <Button look="primary" asChild>
          <Link href="/flows">{t.calls.openFlow}</Link>
        </Button>
      </EmptyState>
    )
  }
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <FilterBar wanted={wanted} choices={choices} onWant={want} />
        <span className="flex-1" />
        {chosen.length > 0 && (
          <Button look="ghost" size="small" onClick={() => setSelected({})}>
            {t.callList.clearSelection(chosen.length)}
          </Button>
        )}
        <ViewMenu query={callQuery(wanted)} />
        <ColumnMenu columns={columns} onChange={(shown) => want({ columns: shown })} />
        <Button size="small" asChild>
          <a href={exportAddress({ wanted, locale, timeZone, ids: chosen })} download title={t.callList.exportHint} data-testid="export">
            <Download size={14} aria-hidden />
            {chosen.length > 0 ? t.callList.exportSome(chosen.length) : t.callList.exportAll}
          </a>
        </Button>
      </div>
      {pages.error && (
        <div className="mb-3">
          <ErrorState message={`${t.calls.failed} ${errorSentence(t, errorCode(pages.error))}`} onRetry={pages.retry} />
        </div>
      )}
      {total === 0 ? (
        <p className="rounded-xl border border-line border-dashed px-4 py-10 text-center text-ink-2">{t.callList.noMatch}</p>
      ) : (
        <CallsTable
          key={`${wanted.sort} ${callQuery({ ...wanted, columns: undefined })}`}
          total={total}
          rowAt={pages.rowAt}
          onLook={pages.look}
          onTop={setIsAtTop}
          columns={columns}
          sort={wanted.sort}
          onSort={(sort) => want({ sort })}
          selected={selected}
          onSelect={setSelected}
        />
      )}
      <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-3 text-xs">
        <span data-testid="calls-total" aria-live="polite">
          {t.callList.total(total)}
        </span>
        {newCalls > 0 && !isAtTop && (
          <Button size="small" onClick={renew} data-testid="new-calls">
            {t.callList.newCalls(newCalls)}
          </Button>
        )}
        <span>{t.callList.zone(timeZone)}</span>
        <span className="ml-auto">{t.callList.keys}</span>
      </p>
    </>
  )
}
