/** A row of a CSV file for spreadsheets, with its line end. A text that a spreadsheet would run as a formula is shown as text instead. */
export const writeRow = (cells: readonly (string | number | undefined)[]): string => `${cells.map(cell).join(',')}\r\n`

/** Written before the first row, so that spreadsheets read it as UTF-8. */
export const byteOrderMark = '\ufeff'

function cell(value: string | number | undefined): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value)
  // A plain number with a sign, as telephone numbers are, does nothing.
  const isFormula = /^\s*[=+\-@\t\r]/.test(value) && !/^[+-]\d+$/.test(value)
  const text = isFormula ? `'${value}` : value
  return /[",;\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
