'use client'

import { useQuery } from '@tanstack/react-query'
import { useNow } from '../lib/use-now.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'

const everyMs = 2_500
const tickMs = 1_000

/** The calls that go on, renewed all the time, and for how many seconds each has, by the clock of the server. */
export function useRunningCalls() {
  const query = useQuery({ ...useTRPC().calls.running.queryOptions(), refetchInterval: everyMs })
  const now = useNow(tickMs)
  const sinceMs = now === undefined ? 0 : Math.max(0, now - query.dataUpdatedAt)
  const secondsOf = (call: { startedAt: Date; answeredAt: Date | null }) =>
    query.data ? (Number(query.data.now) + sinceMs - Number(call.answeredAt ?? call.startedAt)) / 1000 : 0
  return { query, secondsOf }
}
