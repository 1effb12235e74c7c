'use client'

import { Columns3 } from 'lucide-react'
import { usePageText } from '../i18n/use-page-text.ts'
import { Button } from '../ui/button.tsx'
import { Popover } from '../ui/popover.tsx'
import { type CallColumn, callColumns } from './wanted-calls.ts'

/** Which columns are shown; at least one. */
export function ColumnMenu({ columns, onChange }: { columns: readonly CallColumn[]; onChange: (columns: CallColumn[]) => void }) {
  const t = usePageText()
  return (
    <Popover
      label={t.callList.columns}
      className="w-56"
      trigger={
        <Button size="small" data-testid="columns">
          <Columns3 size={14} aria-hidden />
          {t.callList.columns}
        </Button>
      }
    >
      <ul className="flex flex-col gap-1.5">
        {callColumns.map((name) => (
          <li key={name}>
            <label className="flex items-center gap-2">
              <input
                type="checkbox"
                data-testid={`column-${name}`}
                checked={columns.includes(name)}
                disabled={columns.length === 1 && columns.includes(name)}
                onChange={({ target }) =>
                  onChange(callColumns.filter((other) => (other === name ? target.checked : columns.includes(other))))
                }
              />
              {t.callList.columnNames[name]}
            </label>
          </li>
        ))}
      </ul>
    </Popover>
  )
}
