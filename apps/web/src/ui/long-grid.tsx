'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import { useRowKeys } from '../calls/use-row-keys.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import { cn } from '../lib/cn.ts'

const rowHeight = 44
const overscan = 24
const pageRows = 12

export type LongColumn<Row> = { id: string; head: string; width: string; cell: (row: Row) => ReactNode; isRight?: boolean }
type LongGridProps<Row> = {
  label: string
  testId: string
  total: number
  columns: readonly LongColumn<Row>[]
  rowAt: (index: number) => Row | undefined
  nameOf: (row: Row) => string
  onLook: (first: number, last: number) => void
  onOpen: (row: Row) => void
}

/** Rows of a long list of which only those near the screen exist. Arrows move, Enter or a press opens; what has not come yet is grey. */
export function LongGrid<Row>({ label, testId, total, columns, rowAt, nameOf, onLook, onOpen }: LongGridProps<Row>) {
  const t = usePageText()
  const frame = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({ count: total, getScrollElement: () => frame.current, estimateSize: () => rowHeight, overscan })
  const items = rows.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where other rows are looked at
  useEffect(() => onLook(first, last), [first, last])
  const open = (index: number) => {
    const row = rowAt(index)
    if (row) onOpen(row)
  }
  const keys = useRowKeys({ total, pageRows, show: (index) => rows.scrollToIndex(index), open, select: open })
  const grid = { gridTemplateColumns: columns.map(({ width }) => width).join(' ') }
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that exist only near the screen cannot be those of a table element
    <div
      ref={frame}
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      data-testid={testId}
      className="relative h-[calc(100dvh-19rem)] min-h-80 overflow-auto rounded-xl border border-line bg-surface shadow-card"
    >
      {/* biome-ignore lint/a11y: heads of a grid that is no table element */}
      <div
        role="row"
        aria-rowindex={1}
        style={grid}
        className="sticky top-0 z-10 grid h-9 min-w-fit items-center border-line border-b bg-surface px-1"
      >
        {columns.map(({ id, head, isRight }) => (
          // biome-ignore lint/a11y: as above
          <div key={id} role="columnheader" className={cn('px-3 font-medium text-ink-3 text-xs', isRight && 'text-right')}>
            {head}
          </div>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="rowgroup" className="long-list relative min-w-fit" style={{ height: rows.getTotalSize() }} onKeyDown={keys.onKeyDown}>
        {items.map(({ index, start }) => {
          const row = rowAt(index)
          return (
            // biome-ignore lint/a11y/useSemanticElements: as above
            <div
              key={index}
              role="row"
              aria-rowindex={index + 2}
              tabIndex={index === keys.at ? 0 : -1}
              ref={keys.rowRef(index)}
              data-testid={row ? nameOf(row) : 'row-loading'}
              onFocus={() => keys.setAt(index)}
              onClick={() => open(index)}
              onKeyDown={() => undefined}
              className={cn(
                'absolute inset-x-0 grid items-center border-line border-b px-1 focus-visible:outline-2 focus-visible:-outline-offset-2',
                row && 'cursor-pointer bg-surface hover:bg-hover',
              )}
              style={{ ...grid, height: rowHeight, transform: `translateY(${start}px)` }}
            >
              {row ? (
                columns.map(({ id, cell, isRight }) => (
                  // biome-ignore lint/a11y: as above, and the row has the focus
                  <div key={id} role="gridcell" className={cn('flex min-w-0 items-center px-3', isRight && 'justify-end')}>
                    {cell(row)}
                  </div>
                ))
              ) : (
                // biome-ignore lint/a11y: as above
                <div role="gridcell" className="sr-only">
                  {t.callList.loadingRow}
                </div>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
