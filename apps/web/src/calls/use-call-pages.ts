'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useListPages } from '../lib/use-list-pages.ts'
import { useTRPC, useTRPCClient } from '../trpc/trpc-provider.tsx'
import type { ListedCall } from './listed-call.ts'
import type { WantedCalls } from './wanted-calls.ts'

const everyMs = 5_000

/** The calls asked for, as they were when they were counted, a page at a time. */
export function useCallPages(wanted: WantedCalls) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const offsetMinutes = useMemo(() => new Date().getTimezoneOffset(), [])
  // What is shown in which columns changes nothing about which calls there are.
  const key = useMemo(() => ({ ...wanted, columns: undefined }), [wanted])
  const counted = useQuery({
    ...trpc.calls.count.queryOptions({ wanted: key, offsetMinutes }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    placeholderData: keepPreviousData,
  })
  const { asOf, total = 0 } = counted.data ?? {}
  const pages = useListPages<ListedCall>({
    listKey: ['calls.page', key, Number(asOf)],
    total,
    isCounted: asOf !== undefined,
    load: (at, signal) => {
      const place =
        'after' in at ? { after: { id: at.after.id, startedAt: at.after.startedAt, durationMs: at.after.durationMs } } : { skip: at.skip }
      return client.calls.list.query({ wanted: key, asOf: asOf ?? new Date(), offsetMinutes, place }, { signal, context: { alone: true } })
    },
    isUnfinished: ({ outcome }) => outcome === null,
  })
  const newer = useQuery({
    ...trpc.calls.newer.queryOptions({ wanted: key, offsetMinutes, since: asOf ?? new Date(0) }),
    enabled: asOf !== undefined && !counted.isPlaceholderData,
    refetchInterval: everyMs,
  })
  return {
    ...pages,
    counted,
    total,
    newCalls: newer.data?.calls ?? 0,
    /** Counts and loads anew, with the calls that came in between. */
    renew: () => void counted.refetch(),
  }
}
