'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { PhoneCall } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState, ErrorState, LoadingRows } from '../ui/states.tsx'
import { CallsTable } from './calls-table.tsx'
import type { ListedCall } from './listed-call.ts'

const everyMs = 5_000
type Kind = 'all' | NonNullable<ListedCall['outcome']>

/** All calls of the tenant, a page at a time, narrowed by how they ended. */
export function CallsList() {
  const t = useText()
  const trpc = useTRPC()
  const [kind, setKind] = useState<Kind>('all')
  const query = useInfiniteQuery(
    trpc.calls.list.infiniteQueryOptions({}, { getNextPageParam: (page) => page.next, initialCursor: undefined, refetchInterval: everyMs }),
  )
  const calls = query.data?.pages.flatMap((page) => page.calls) ?? []
  const kinds = [...new Set(calls.flatMap(({ outcome }) => (outcome ? [outcome] : [])))]
  const shown = kind === 'all' ? calls : calls.filter(({ outcome }) => outcome === kind)

  if (query.isPending) return <LoadingRows rows={8} />
  if (!query.data)
    return <ErrorState message={`${t.calls.failed} ${errorSentence(t, errorCode(query.error))}`} onRetry={() => void query.refetch()} />
  if (calls.length === 0) {
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
      <div className="mb-4 flex flex-wrap gap-1.5">
        {(['all', ...kinds] as const).map((name) => (
          <Button key={name} look="ghost" size="small" aria-pressed={kind === name} onClick={() => setKind(name)}>
            {name === 'all' ? t.calls.all : t.calls.outcomes[name]}
          </Button>
        ))}
      </div>
      {shown.length > 0 ? <CallsTable calls={shown} /> : <p className="text-ink-2">{t.calls.noneOfKind}</p>}
      {query.hasNextPage && (
        <Button className="mt-4" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t.calls.older}
        </Button>
      )}
    </>
  )
}
