const minuteMs = 60_000
const quarterMs = 15 * minuteMs
export const dayMs = 86_400_000

/** What the clocks of one place show: how far they are ahead of UTC at an instant, milliseconds. */
export type ZoneClock = { zone: string; offsetAt(at: number): number }

const clocks = new Map<string, ZoneClock | undefined>()
const mostOffsets = 4_096

/**
 * The clock of an IANA zone named by a place (`Europe/Paris`), or of UTC. Undefined for what this machine does not know and for what does not say
 * where somebody lives: abbreviations (`EST`), bare offsets (`+02:00`, `Etc/GMT-2`).
 */
export function zoneClock(zone: string): ZoneClock | undefined {
  if (!clocks.has(zone)) {
    if (clocks.size > 1_000) clocks.clear()
    clocks.set(zone, create(zone))
  }
  return clocks.get(zone)
}

function create(zone: string): ZoneClock | undefined {
  if (zone !== 'UTC' && !/^(?!Etc\/)[A-Za-z_]+\/[A-Za-z_/-]+$/.test(zone)) return undefined
  const formatter = formatterOf(zone)
  if (!formatter) return undefined
  const offsets = new Map<number, number>()
  const offsetOf = (at: number): number => {
    const known = offsets.get(at)
    if (known !== undefined) return known
    if (offsets.size >= mostOffsets) offsets.clear()
    const offset = readOffset(formatter, at)
    offsets.set(at, offset)
    return offset
  }
  return {
    zone,
    offsetAt(at) {
      const day = Math.floor(at / dayMs) * dayMs
      const before = offsetOf(day)
      // Clocks have changed at whole quarters of an hour, and not twice a day, for longer than there are campaigns.
      return before === offsetOf(day + dayMs) ? before : offsetOf(Math.floor(at / quarterMs) * quarterMs)
    },
  }
}

function formatterOf(timeZone: string): Intl.DateTimeFormat | undefined {
  const two = '2-digit'
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', year: 'numeric', month: two, day: two, hour: two, minute: two })
  } catch {
    return undefined
  }
}

function readOffset(formatter: Intl.DateTimeFormat, at: number): number {
  const parts = new Map(formatter.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? Number.NaN
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) - at
}
