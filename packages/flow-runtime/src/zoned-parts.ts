type ZonedParts = { date: string; time: string }

const formatters = new Map<string, Intl.DateTimeFormat>()

const cacheLimit = 1000
const cache = new Map<string, ZonedParts>()

/** Calendar date and clock time of an instant (epoch milliseconds) in an IANA zone; UTC when the zone is unknown. */
export function zonedParts(at: number, timeZone: string): ZonedParts {
  const key = `${Math.floor(at / 60_000)} ${timeZone}`
  const known = cache.get(key)
  if (known) return known
  const parts = partsIn(at, timeZone)
  if (cache.size >= cacheLimit) cache.clear()
  cache.set(key, parts)
  return parts
}

function partsIn(at: number, timeZone: string): ZonedParts {
  const parts: Partial<Record<string, string>> = {}
  for (const part of formatterOf(timeZone).formatToParts(at)) parts[part.type] = part.value
  return { date: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` }
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const formatter = isTimeZone(timeZone) ? create(timeZone) : create('UTC')
  formatters.set(timeZone, formatter)
  return formatter
}

const create = (timeZone: string) =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })

/** Whether this machine knows the IANA zone name. */
export function isTimeZone(name: string): boolean {
  try {
    create(name)
    return true
  } catch {
    return false
  }
}
