import type { Language } from '../text.ts'

const largestExact = 1e15
const noBreakSpace = '\u00a0'

/**
 * A number in figures a voice reads right: "1,234.5" / "1 234,5" (a no-break space), "minus 3"; at most six decimals, never an
 * exponent. `grouped: false` leaves thousands together, as in a year. '' for what is no number.
 */
export function numberAsRead(value: number, language: Language, { grouped = true } = {}): string {
  if (!Number.isFinite(value)) return ''
  const figures = figuresOf(Math.abs(value))
  const [whole = '', decimals] = figures.split('.')
  const separators = language === 'fr' ? { thousand: noBreakSpace, decimal: ',' } : { thousand: ',', decimal: '.' }
  const read = grouped && whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, separators.thousand) : whole
  const signed = value < 0 && figures !== '0' ? `${language === 'fr' ? 'moins' : 'minus'} ${read}` : read
  return decimals === undefined ? signed : `${signed}${separators.decimal}${decimals}`
}

function figuresOf(size: number): string {
  if (size >= largestExact) return BigInt(Math.round(size)).toString()
  return Number.isInteger(size) ? String(size) : size.toFixed(6).replace(/\.?0+$/, '')
}

/** The number a value is, or is written as (`"12.5"`); undefined when it is neither. */
export function numberOf(value: string | number): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  return /^-?\d{1,15}(?:\.\d{1,6})?$/.test(value) ? Number(value) : undefined
}
