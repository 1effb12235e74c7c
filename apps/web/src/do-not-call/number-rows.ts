/** More are not imported at once. */
export const mostRows = 20_000
const longestCell = 60

/** The first cell of each line: of a pasted list, or of a CSV file with any usual separator. Empty lines at the end are left out. */
export function numberRows(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').trimEnd()
  if (lines === '') return []
  return lines.split(/\r\n|\r|\n/).map((line) => (line.split(/[,;\t]/)[0] ?? '').replaceAll('"', '').trim().slice(0, longestCell))
}
