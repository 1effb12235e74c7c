import type { Candidate } from './candidate.ts'

const thousand = 1000

/** Amounts without those that only begin a larger one: of "three or four hundred thousand", heard as 3 and 400,000, the second counts. */
export function wholeAmounts(text: string, numbers: readonly Candidate<number>[], joins: RegExp): Candidate<number>[] {
  return numbers.filter((number) => {
    const next = numbers.find(({ start }) => start > number.end)
    const isShortened =
      next !== undefined && number.value < thousand && next.value >= thousand && joins.test(text.slice(number.end, next.start))
    return !isShortened
  })
}
