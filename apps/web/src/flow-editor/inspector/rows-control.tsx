'use client'

import { outcomesOf } from '@parley/flow-runtime'
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { flushSync } from 'react-dom'
import { z } from 'zod'
import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { type ControlProps, checkPart, type Issue } from './field-types.ts'
import { HintedField } from './hinted-field.tsx'
import { newRow } from './new-row.ts'

const rowList = z.array(z.record(z.string(), z.unknown())).catch([])

/** Makes a change and has it drawn; the keyboard goes on from the first of these that can have it. */
function changeAndFocus(change: () => void, ...ids: string[]) {
  flushSync(change)
  const wanted = ids.map((id) => document.getElementById(id)).find((element) => element && !element.matches(':disabled'))
  wanted?.focus()
}

/** A list of records: rows are added, removed and moved, every cell is edited by its own control. A renamed outcome keeps its edge. */
export function RowsControl({ id, flow, node, hint, value, check, onChange }: ControlProps) {
  const t = useText()
  const locale = useLocale()
  const rows = rowList.parse(value)
  const columns = hint.columns ?? {}
  const [firstColumn = ''] = Object.keys(columns)
  const outcomes = new Set(node ? outcomesOf(node, flow).map(({ name }) => name) : [])
  const added = newRow(columns, rows, check)

  const move = (from: number, to: number, button: 'up' | 'down') => {
    const next = [...rows]
    next.splice(to, 0, ...next.splice(from, 1))
    changeAndFocus(() => onChange(next), `${id}-${to}-${button}`, `${id}-${to}-up`, `${id}-${to}-down`)
  }
  return (
    <fieldset id={id} className="flex min-w-0 flex-col gap-2">
      <legend className="sr-only">{hint.label[locale]}</legend>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the order
        <div key={index} className="flex flex-col gap-2 rounded-md border border-line p-2">
          <div className="flex items-center gap-0.5">
            <span className="flex-1 font-medium text-ink-3 text-xs tabular-nums">{index + 1}</span>
            <Button
              look="ghost"
              size="tiny"
              id={`${id}-${index}-up`}
              aria-label={t.editor.rowUp(index + 1)}
              disabled={index === 0}
              onClick={() => move(index, index - 1, 'up')}
            >
              <ArrowUp size={13} />
            </Button>
            <Button
              look="ghost"
              size="tiny"
              id={`${id}-${index}-down`}
              aria-label={t.editor.rowDown(index + 1)}
              disabled={index === rows.length - 1}
              onClick={() => move(index, index + 1, 'down')}
            >
              <ArrowDown size={13} />
            </Button>
            <Button
              look="ghost"
              size="tiny"
              aria-label={t.editor.rowRemove(index + 1)}
              onClick={() => changeAndFocus(() => onChange(rows.filter((_, at) => at !== index)), `${id}-add`)}
            >
              <X size={13} />
            </Button>
          </div>
          {Object.entries(columns).map(([name, column]) => {
            const before = row[name]
            const isOutcome = column.outcome === true && typeof before === 'string'
            const withCell = (cell: unknown) => rows.map((other, at) => (at === index ? { ...other, [name]: cell } : other))
            const checkCell = checkPart(check, withCell, [index, name])
            const checked = (cell: unknown): readonly Issue[] =>
              isOutcome && typeof cell === 'string' && cell !== before && outcomes.has(cell)
                ? [{ path: [], sentence: t.editor.outcomeTaken }]
                : checkCell(cell)
            return (
              <HintedField
                key={name}
                id={`${id}-${index}-${name}`}
                flow={flow}
                node={node}
                hint={column}
                value={before}
                check={checked}
                onChange={(cell, renamed) =>
                  onChange(withCell(cell), isOutcome && typeof cell === 'string' ? { [before]: cell, ...renamed } : renamed)
                }
              />
            )
          })}
        </div>
      ))}
      <Button
        size="small"
        id={`${id}-add`}
        className="self-start"
        disabled={added === undefined}
        onClick={() => changeAndFocus(() => onChange([...rows, added]), `${id}-${rows.length}-${firstColumn}`)}
      >
        <Plus size={13} aria-hidden />
        {t.editor.rowAdd}
      </Button>
    </fieldset>
  )
}
