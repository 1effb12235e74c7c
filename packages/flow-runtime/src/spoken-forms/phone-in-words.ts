import type { Language } from '../text.ts'

/** Country calling codes of one and two digits (ITU-T E.164); all others have three. */
const shortCodes = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/

/**
 * A telephone number in the groups its country says it in, with pauses: `+33612345678` → "plus 33, 6, 12, 34, 56, 78",
 * `+12125550133` → "plus 1, 2 1 2, 5 5 5, 0 1 3 3"; elsewhere digit by digit in twos and threes. What is no number comes back as it is.
 */
export function phoneInWords(phone: string, language: Language): string {
  if (!/^\+?[\d\s().-]*$/.test(phone)) return phone
  const digits = phone.replace(/\D/g, '')
  if (digits.length < 3) return phone
  if (!phone.startsWith('+')) return (language === 'fr' ? frenchAtHome(digits) : american(digits)).join(', ')
  const code = shortCodes.exec(digits)?.[0] ?? digits.slice(0, 3)
  return [`plus ${code}`, ...nationalGroups(code, digits.slice(code.length))].join(', ')
}

function nationalGroups(code: string, digits: string): string[] {
  if (code === '1') return american(digits)
  if (code === '33' && digits.length === 9) return [digits.slice(0, 1), ...cut(digits.slice(1), [2, 2, 2, 2])]
  return twosAndThrees(digits)
}

const american = (digits: string): string[] => {
  if (digits.length === 10) return cut(digits, [3, 3, 4]).map(oneByOne)
  return digits.length === 7 ? cut(digits, [3, 4]).map(oneByOne) : twosAndThrees(digits)
}

const frenchAtHome = (digits: string): string[] =>
  digits.length === 10 && digits.startsWith('0') ? cut(digits, [2, 2, 2, 2, 2]) : twosAndThrees(digits)

function twosAndThrees(digits: string): string[] {
  const twos = digits.length === 1 ? 0 : (3 - (digits.length % 3)) % 3
  const threes = Math.ceil((digits.length - 2 * twos) / 3)
  return cut(digits, [...Array<number>(threes).fill(3), ...Array<number>(twos).fill(2)]).map(oneByOne)
}

function cut(digits: string, sizes: readonly number[]): string[] {
  const starts = sizes.map((_, index) => sizes.slice(0, index).reduce((sum, size) => sum + size, 0))
  return starts.map((start, index) => digits.slice(start, start + (sizes[index] ?? 0)))
}

const oneByOne = (digits: string): string => [...digits].join(' ')
