const hourMs = 3_600_000
const mostHours = 48

/** One bar of the forecast: `at` is the instant its hour begins, or that of the first call of its day. */
export type PreviewSpan = { key: string; at: Date; calls: number }
export type PreviewSpans = { by: 'hour' | 'day'; spans: PreviewSpan[] }

/** Calls by hour, also the hours between without any, while they are within two days; else by the days of a zone that have some. */
export function previewSpans(hours: readonly { at: number; calls: number }[], timeZone: string): PreviewSpans {
  const [first, last] = [hours[0]?.at ?? 0, hours.at(-1)?.at ?? 0]
  const length = hours.length === 0 ? 0 : (last - first) / hourMs + 1
  if (length <= mostHours) {
    const calls = new Map(hours.map((hour) => [hour.at, hour.calls]))
    const spans = Array.from({ length }, (_, index) => first + index * hourMs).map((at) => ({
      key: String(at),
      at: new Date(at),
      calls: calls.get(at) ?? 0,
    }))
    return { by: 'hour', spans }
  }
  const dayOf = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone })
  const days = new Map<string, PreviewSpan>()
  for (const { at, calls } of hours) {
    const key = dayOf.format(at)
    const day = days.get(key)
    days.set(key, { key, at: day?.at ?? new Date(at), calls: (day?.calls ?? 0) + calls })
  }
  return { by: 'day', spans: [...days.values()] }
}
