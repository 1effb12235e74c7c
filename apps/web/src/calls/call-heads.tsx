'use client'

import { flexRender, type Header } from '@tanstack/react-table'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { CSSProperties } from 'react'
import { usePageText } from '../i18n/use-page-text.ts'
import { cn } from '../lib/cn.ts'
import { rightAligned } from './call-columns.tsx'
import type { ListedCall } from './listed-call.ts'
import type { WantedCalls } from './wanted-calls.ts'

type Sort = WantedCalls['sort']
/** Which orders a column offers: the first one, and the other way round. */
const orders: Record<string, readonly [Sort, Sort] | undefined> = { when: ['newest', 'oldest'], duration: ['longest', 'shortest'] }

type CallHeadsProps = { heads: readonly Header<ListedCall, unknown>[]; grid: CSSProperties; sort: Sort; onSort: (sort: Sort) => void }

/** The names of the columns; time and duration sort. */
export function CallHeads({ heads, grid, sort, onSort }: CallHeadsProps) {
  const t = usePageText()
  return (
    // biome-ignore lint/a11y/useSemanticElements: heads of a grid that is no table element
    // biome-ignore lint/a11y/useFocusableInteractive: the buttons in it take the focus
    <div
      role="row"
      aria-rowindex={1}
      className="sticky top-0 z-10 grid h-9 min-w-fit items-center border-line border-b bg-surface px-1"
      style={grid}
    >
      {heads.map((head) => {
        const choice = orders[head.column.id]
        const isUp = sort === 'oldest' || sort === 'shortest'
        const isSorted = choice?.includes(sort) ?? false
        const name = flexRender(head.column.columnDef.header, head.getContext())
        return (
          // biome-ignore lint/a11y/useSemanticElements: as above
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <div
            key={head.id}
            role="columnheader"
            aria-sort={isSorted ? (isUp ? 'ascending' : 'descending') : undefined}
            className={cn('flex items-center px-3 font-medium text-ink-3 text-xs', rightAligned.has(head.column.id) && 'justify-end')}
          >
            {choice ? (
              <button
                type="button"
                data-testid={`sort-${head.column.id}`}
                className="flex items-center gap-1 rounded hover:text-ink"
                onClick={() => onSort(sort === choice[0] ? choice[1] : choice[0])}
              >
                {name}
                {isSorted && (isUp ? <ArrowUp size={12} aria-hidden /> : <ArrowDown size={12} aria-hidden />)}
                <span className="sr-only">{t.callList.sortBy(head.column.id === 'when' ? t.calls.when : t.calls.duration)}</span>
              </button>
            ) : (
              name
            )}
          </div>
        )
      })}
    </div>
  )
}
