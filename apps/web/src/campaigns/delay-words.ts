import type { Catalogue } from '../i18n/catalogue.ts'

const minutesOf = { min: 1, m: 1, h: 60, d: 1_440, j: 1_440 } as const
const longest = 60 * 1_440

/** Delays in minutes as one types them, e.g. `30 min, 4 h, 1 d`; undefined when they are none. */
export function readDelays(text: string): number[] | undefined {
  const delays = text
    .split(/[,;]/)
    .map((part) => part.trim().toLowerCase())
    .map((part) => /^(\d{1,6})\s*(min|m|h|d|j)$/.exec(part))
    .map((match) => (match ? Number(match[1]) * unitOf(match[2]) : 0))
  const isRight = delays.length <= 20 && delays.every((delay) => delay >= 1 && delay <= longest)
  return isRight ? delays : undefined
}

const unitOf = (unit = '') => new Map(Object.entries(minutesOf)).get(unit) ?? 0

/** The same in words; minutes that make whole hours or days are told as such. */
export const delayWords = (delays: readonly number[], { units }: Pick<Catalogue['campaigns'], 'units'>): string =>
  delays
    .map((delay) => {
      if (delay % minutesOf.d === 0) return `${delay / minutesOf.d} ${units.days}`
      return delay % minutesOf.h === 0 ? `${delay / minutesOf.h} ${units.hours}` : `${delay} ${units.minutes}`
    })
    .join(', ')
