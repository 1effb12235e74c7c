import { dayOf } from '../clock/calendar-days.ts'
import { zoneClock } from '../clock/zone-clock.ts'
import { normalisePhone, type PhoneProblem } from '../phone/normalise-phone.ts'
import { zonesOfNumber } from '../phone/zones-of-number.ts'
import type { ColumnMapping, VariableType } from './column-mapping.ts'
import type { Row } from './read-rows.ts'

export type ImportedLead = {
  row: number
  /** E.164. */
  phone: string
  name?: string
  country: string
  zones: readonly string[]
  variables: Record<string, string | number | boolean>
}
export type RowProblem = PhoneProblem | 'columnCount' | 'unknownTimeZone' | 'notOfItsType' | 'duplicateInFile'
/** `column` counts from 1. */
export type RefusedRow = { row: number; column?: number; reason: RowProblem }

/** One row as a lead, or why it is none. `columns`: how many the header has. */
export function toLead({ row, cells }: Row, columns: number, mapping: ColumnMapping, defaultCountry?: string): ImportedLead | RefusedRow {
  if (cells.length !== columns) return { row, column: Math.min(cells.length, columns) + 1, reason: 'columnCount' }
  const cell = (column: number | undefined) => (column === undefined ? '' : (cells[column] ?? '').trim())
  const phone = normalisePhone(cell(mapping.phone), cell(mapping.country) || defaultCountry)
  if (!phone.ok) return { row, column: mapping.phone + 1, reason: phone.reason }
  const zone = cell(mapping.timeZone)
  if (zone && !zoneClock(zone)) return { row, column: (mapping.timeZone ?? 0) + 1, reason: 'unknownTimeZone' }
  const zones = zone ? [zone] : zonesOfNumber(phone.number, phone.fixed)
  if (zones.length === 0) return { row, column: mapping.phone + 1, reason: 'unknownTimeZone' }
  const variables: ImportedLead['variables'] = {}
  for (const { column, name, type } of mapping.variables) {
    const text = cell(column)
    if (text === '') continue
    const value = typed(text, type)
    if (value === undefined) return { row, column: column + 1, reason: 'notOfItsType' }
    variables[name] = value
  }
  const name = cell(mapping.name)
  return { row, phone: phone.number, ...(name ? { name } : {}), country: phone.country, zones, variables }
}

function typed(text: string, type: VariableType): string | number | boolean | undefined {
  if (type === 'number') {
    const value = Number(text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'))
    return Number.isFinite(value) ? value : undefined
  }
  if (type === 'date') return dayOf(text) === undefined ? undefined : text
  if (type === 'boolean') {
    if (/^(true|yes|oui|vrai|1)$/i.test(text)) return true
    return /^(false|no|non|faux|0)$/i.test(text) ? false : undefined
  }
  return text
}
