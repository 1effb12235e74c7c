/** A day and a clock time in an IANA zone as ISO with its offset: `2026-11-24T15:00:00+01:00`. UTC where the zone is unknown. */
export function zonedInstant(date: string, time: string, timeZone: string): string {
  const offset = offsetAt(Date.parse(`${date}T${time}:00Z`), timeZone)
  return `${date}T${time}:00${offset}`
}

function offsetAt(at: number, timeZone: string): string {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at)
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '')
    return name || '+00:00'
  } catch {
    return '+00:00'
  }
}
