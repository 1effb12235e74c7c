'use client'

import { flexRender, getCoreRowModel, type RowSelectionState, useReactTable } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { usePageText } from '../i18n/use-page-text.ts'
import { cn } from '../lib/cn.ts'
import { columnWidths, rightAligned, useCallColumns } from './call-columns.tsx'
import { CallHeads } from './call-heads.tsx'
import { mostPicked } from './export-address.ts'
import type { ListedCall } from './listed-call.ts'
import { useRowKeys } from './use-row-keys.ts'
import { type CallColumn, callColumns, type WantedCalls } from './wanted-calls.ts'

const rowHeight = 44
const overscan = 24

type CallsTableProps = {
  total: number
  rowAt: (index: number) => ListedCall | undefined
  onLook: (first: number, last: number) => void
  onTop: (isAtTop: boolean) => void
  columns: readonly CallColumn[]
  sort: WantedCalls['sort']
  onSort: (sort: WantedCalls['sort']) => void
  selected: RowSelectionState
  onSelect: (selected: RowSelectionState) => void
}

/**
 * Calls as rows of one long grid of which only those near the screen exist. Arrows move, Enter opens, x selects; what has not come yet is drawn as a
 * grey row, and behind all rows the same grey rows are painted, so that no scroll is faster than the picture.
 */
export function CallsTable({ total, rowAt, onLook, onTop, columns, sort, onSort, selected, onSelect }: CallsTableProps) {
  const t = usePageText()
  const router = useRouter()
  const frame = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({ count: total, getScrollElement: () => frame.current, estimateSize: () => rowHeight, overscan })
  const items = rows.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where other rows are looked at
  useEffect(() => onLook(first, last), [first, last])

  const shown = items.flatMap(({ index }) => {
    const call = rowAt(index)
    return call ? [call] : []
  })
  const table = useReactTable({
    data: shown,
    columns: useCallColumns(),
    getCoreRowModel: getCoreRowModel(),
    getRowId: ({ id }) => id,
    enableRowSelection: true,
    manualSorting: true,
    // The rows it is given are others at every scroll; nothing starts anew for that.
    autoResetAll: false,
    state: {
      rowSelection: selected,
      columnVisibility: Object.fromEntries(callColumns.map((name) => [name, columns.includes(name)])),
      columnOrder: [...columns],
    },
    onRowSelectionChange: (change) => onSelect(typeof change === 'function' ? change(selected) : change),
  })
  const keys = useRowKeys({
    total,
    pageRows: 12,
    show: (index) => rows.scrollToIndex(index),
    open: (index) => {
      const call = rowAt(index)
      if (call) router.push(`/calls/${call.id}`)
    },
    select: (index) => {
      const call = rowAt(index)
      if (call)
        table.setRowSelection(({ [call.id]: was, ...others }) =>
          was || Object.keys(others).length >= mostPicked ? others : { ...others, [call.id]: true },
        )
    },
  })
  const grid = { gridTemplateColumns: columns.map((name) => columnWidths[name]).join(' ') }
  const byId = new Map(table.getRowModel().rows.map((row) => [row.id, row]))

  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that exist only near the screen cannot be those of a table element
    <div
      ref={frame}
      role="grid"
      aria-label={t.calls.title}
      aria-rowcount={total + 1}
      aria-multiselectable
      data-testid="calls-grid"
      onScroll={({ currentTarget }) => onTop(currentTarget.scrollTop < rowHeight)}
      className="relative h-[calc(100dvh-15.5rem)] min-h-80 overflow-auto rounded-xl border border-line bg-surface shadow-card"
    >
      <CallHeads heads={table.getLeafHeaders()} grid={grid} sort={sort} onSort={onSort} />
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="rowgroup" className="long-list relative min-w-fit" style={{ height: rows.getTotalSize() }} onKeyDown={keys.onKeyDown}>
        {items.map(({ index, start }) => {
          const call = rowAt(index)
          const row = call && byId.get(call.id)
          return (
            // biome-ignore lint/a11y/useSemanticElements: as above
            <div
              key={index}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={row ? row.getIsSelected() : undefined}
              tabIndex={index === keys.at ? 0 : -1}
              ref={keys.rowRef(index)}
              data-testid={call ? `call-${call.id}` : 'call-row-loading'}
              onFocus={() => keys.setAt(index)}
              onClick={() => call && router.push(`/calls/${call.id}`)}
              onKeyDown={() => undefined}
              className={cn(
                'absolute inset-x-0 grid items-center border-line border-b px-1 focus-visible:outline-2 focus-visible:-outline-offset-2',
                row ? 'cursor-pointer bg-surface hover:bg-hover' : '',
                row?.getIsSelected() && 'bg-speak-soft hover:bg-speak-soft',
              )}
              style={{ ...grid, height: rowHeight, transform: `translateY(${start}px)` }}
            >
              {row?.getVisibleCells().map((cell) => (
                // biome-ignore lint/a11y: as above, and the row has the focus
                <div
                  key={cell.id}
                  role="gridcell"
                  className={cn('flex min-w-0 items-center px-3', rightAligned.has(cell.column.id) && 'justify-end')}
                >
                  {flexRender(cell.column.columnDef.cell, cell.getContext())}
                </div>
              ))}
              {!row && (
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
