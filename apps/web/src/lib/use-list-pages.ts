'use client'

import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

/** As many as servers give at once. */
const pageSize = 100
const everyMs = 5_000
const keptMs = 10 * 60_000

/** Where a page begins: after a row, which is quick anywhere in a long list; or after so many, for a jump into the middle. */
export type ListPlace<Row> = { after: Row } | { skip: number }
type ListPages<Row> = {
  /** What the list is of; its parts can be written as JSON. */
  listKey: readonly unknown[]
  total: number
  /** False while it is not known how long the list is. */
  isCounted: boolean
  load: (place: ListPlace<Row>, signal: AbortSignal) => Promise<Row[]>
  /** A page with such a row is read again all the time. */
  isUnfinished: (row: Row) => boolean
}

/** The rows of a long list, a page at a time: those on screen and one page to each side. */
export function useListPages<Row>({ listKey, total, isCounted, load, isUnfinished }: ListPages<Row>) {
  const queryClient = useQueryClient()
  const [span, setSpan] = useState({ first: 0, last: 0 })
  const keyOf = (page: number) => [...listKey, page]
  const query = (page: number) => ({
    queryKey: keyOf(page),
    enabled: isCounted,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: keptMs,
    refetchInterval: ({ state }: { state: { data?: Row[] } }) => (state.data?.some(isUnfinished) ? everyMs : false),
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<Row[]> => {
      const after = page === 0 ? undefined : queryClient.getQueryData<Row[]>(keyOf(page - 1))?.at(-1)
      return load(after === undefined ? { skip: page * pageSize } : { after }, signal)
    },
  })
  const last = Math.max(0, Math.ceil(total / pageSize) - 1)
  const wantedPages = range(Math.max(0, Math.floor(span.first / pageSize) - 1), Math.min(last, Math.floor(span.last / pageSize) + 1))
  const pages = useQueries({ queries: wantedPages.map(query) })
  const loaded = new Map(wantedPages.map((page, index) => [page, pages[index]?.data]))
  return {
    /** What stands in a row; undefined until its page has come. */
    rowAt: (index: number): Row | undefined => loaded.get(Math.floor(index / pageSize))?.[index % pageSize],
    /** Says which rows are looked at. */
    look: (first: number, end: number) => {
      if (
        Math.floor(first / pageSize) !== Math.floor(span.first / pageSize) ||
        Math.floor(end / pageSize) !== Math.floor(span.last / pageSize)
      )
        setSpan({ first, last: end })
    },
    error: pages.find(({ isError }) => isError)?.error,
    retry: () => void Promise.all(pages.filter(({ isError }) => isError).map((page) => page.refetch())),
  }
}

const range = (first: number, last: number): number[] => Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
