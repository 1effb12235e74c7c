'use client'

import type { ColumnMapping } from '@parley/campaigns/column-mapping'
import { typeset } from '../../i18n/typeset.ts'
import { usePageText } from '../../i18n/use-page-text.ts'

type Phone = { isValid(): boolean; formatInternational(): string }
type LeadsPreviewProps = {
  rows: readonly (readonly string[])[]
  mapping: ColumnMapping
  /** A number as it is written, in a country of its own or the chosen one. */
  phoneOf: (text: string, country: string) => Phone | undefined
}

const shown = 5

/** The first leads as the mapping reads them now. */
export function LeadsPreview({ rows, mapping, phoneOf }: LeadsPreviewProps) {
  const t = usePageText()
  return (
    <div>
      <h2 className="mb-1.5 font-medium text-ink-2 text-xs">{t.leadImport.preview}</h2>
      <ul data-testid="leads-preview" className="divide-y divide-line rounded-xl border border-line">
        {rows.slice(0, shown).map((cells, index) => {
          const cell = (column: number | undefined) => (column === undefined ? '' : (cells[column]?.trim() ?? ''))
          const phone = phoneOf(cell(mapping.phone).replace(/^00/, '+'), cell(mapping.country))
          const facts = [
            cell(mapping.name),
            cell(mapping.timeZone),
            ...mapping.variables.map(({ column, name }) => cell(column) && `${name}: ${cell(column)}`),
          ]
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            <li key={index} className="flex flex-wrap gap-x-4 px-3 py-1.5">
              {phone?.isValid() ? (
                <span className="whitespace-nowrap font-medium tabular-nums">{phone.formatInternational()}</span>
              ) : (
                <span className="text-danger">{typeset([cell(mapping.phone), t.leadImport.noPhone].filter(Boolean).join(': '))}</span>
              )}
              <span className="min-w-0 truncate text-ink-2">{facts.filter(Boolean).join(' · ')}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
