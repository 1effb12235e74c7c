/** Figures as lines, rounded to four digits; a list as one line for each of its entries. */
export function figureTable(figures: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(figures).flatMap(([name, value]) => {
    if (Array.isArray(value)) return value.map((entry: unknown) => line(name, inWords(entry)))
    return [line(name, inWords(value))]
  })
  return lines.join('')
}

const line = (name: string, value: string) => `${name.padEnd(20)} ${value}\n`

function inWords(value: unknown): string {
  if (typeof value === 'number') return String(Math.round(value * 10_000) / 10_000)
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.entries(value)
    .map(([name, inner]) => `${name} ${typeof inner === 'object' ? JSON.stringify(inner) : inWords(inner)}`)
    .join('  ')
}
