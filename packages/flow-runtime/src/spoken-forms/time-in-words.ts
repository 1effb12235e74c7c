import type { Language } from '../text.ts'

/** Hour and minute of a time such as `15:30`; undefined when it is no time. */
export function clockOf(time: string): { hour: number; minute: number } | undefined {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time)
  return match ? { hour: Number(match[1]), minute: Number(match[2]) } : undefined
}

/** `15:30` → "3:30 PM" / "15 heures 30", `12:00` → "noon" / "midi"; anything else comes back as it is. */
export function timeInWords(time: string, language: Language): string {
  const clock = clockOf(time)
  if (!clock) return time
  const { hour, minute } = clock
  if (language === 'fr') {
    const hours = hour === 0 ? 'minuit' : hour === 12 ? 'midi' : `${hour} ${hour === 1 ? 'heure' : 'heures'}`
    return minute === 0 ? hours : `${hours} ${minute}`
  }
  if (minute === 0 && hour % 12 === 0) return hour === 0 ? 'midnight' : 'noon'
  const hours = hour % 12 === 0 ? 12 : hour % 12
  const half = hour < 12 ? 'AM' : 'PM'
  return minute === 0 ? `${hours} ${half}` : `${hours}:${String(minute).padStart(2, '0')} ${half}`
}
