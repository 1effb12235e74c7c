'use client'

import { typeset } from '../../i18n/typeset.ts'
import { usePageText } from '../../i18n/use-page-text.ts'
import { Input, Select } from '../../ui/field.tsx'
import { type ColumnChoice, type ColumnKind, columnKinds, isVariable } from './column-choices.ts'

type ColumnsTableProps = {
  header: readonly string[]
  rows: readonly (readonly string[])[]
  choices: readonly ColumnChoice[]
  onKind: (column: number, kind: ColumnKind) => void
  onVariable: (column: number, name: string) => void
}

const shownValues = 3

/** One row for each column of the file: its title, first values, and what it is. */
export function ColumnsTable({ header, rows, choices, onKind, onVariable }: ColumnsTableProps) {
  const t = usePageText()
  const heads = [t.leadImport.column, t.leadImport.firstRows, t.leadImport.is, t.leadImport.variable]
  return (
    <div className="overflow-x-auto rounded-xl border border-line bg-surface shadow-card">
      <table className="w-full text-left" data-testid="columns">
        <caption className="sr-only">{t.leadImport.columns}</caption>
        <thead className="border-line border-b text-ink-3 text-xs">
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className="whitespace-nowrap px-3 py-2 font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {choices.map(({ kind, variable }, column) => {
            const title = header[column]?.trim() || `${t.leadImport.column} ${column + 1}`
            const values = rows.slice(0, shownValues).map((cells) => cells[column]?.trim() ?? '')
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <tr key={column} className="border-line border-t first:border-t-0">
                <th scope="row" className="max-w-40 truncate px-3 py-2 font-medium" title={title}>
                  {title}
                </th>
                <td className="max-w-56 truncate px-3 py-2 text-ink-2" title={values.join(' · ')}>
                  {values.filter(Boolean).join(' · ')}
                </td>
                <td className="min-w-44 px-3 py-2">
                  <Select
                    aria-label={typeset(t.leadImport.kindOf(title))}
                    data-testid={`kind-${column}`}
                    value={kind}
                    onChange={(event) => onKind(column, columnKinds.find((one) => one === event.target.value) ?? 'ignore')}
                  >
                    {columnKinds.map((one) => (
                      <option key={one} value={one}>
                        {typeset(t.leadImport.kinds[one])}
                      </option>
                    ))}
                  </Select>
                </td>
                <td className="min-w-36 px-3 py-2">
                  {isVariable(kind) && (
                    <Input
                      aria-label={typeset(t.leadImport.variableOf(title))}
                      data-testid={`variable-${column}`}
                      className="font-mono text-xs"
                      maxLength={64}
                      spellCheck={false}
                      value={variable}
                      onChange={(event) => onVariable(column, event.target.value)}
                    />
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
