import type { Language } from '../text.ts'
import { listInWords } from './list-in-words.ts'

type Parts = { days: number; hours: number; minutes: number; seconds: number }

/** A length of time in minutes: 90 → "an hour and a half" / "1 heure 30", 20 → "20 minutes", 0.5 → "30 seconds" / "30 secondes". */
export function durationInWords(value: number, language: Language): string {
  const total = Math.round(Math.abs(value) * 60)
  if (!Number.isSafeInteger(total)) return ''
  const whole = (size: number) => Math.floor(total / size)
  const parts = { days: whole(86_400), hours: whole(3600) % 24, minutes: whole(60) % 60, seconds: total % 60 }
  const words = language === 'fr' ? inFrench(parts) : inEnglish(parts)
  return value < 0 && total > 0 ? `${language === 'fr' ? 'moins' : 'minus'} ${words}` : words
}

function inEnglish({ days, hours, minutes, seconds }: Parts): string {
  const counted = (count: number, unit: string) => (count === 0 ? [] : [`${count} ${unit}${count === 1 ? '' : 's'}`])
  const halfPast = minutes === 30 && seconds === 0
  if (days === 0 && hours === 1 && halfPast) return 'an hour and a half'
  const hour = days === 0 && hours === 1 ? ['an hour'] : counted(hours, 'hour')
  const said = [...counted(days, 'day'), ...hour, ...counted(minutes, 'minute'), ...counted(seconds, 'second')]
  return listInWords(said, 'and', 'en') || '0 minutes'
}

function inFrench({ days, hours, minutes, seconds }: Parts): string {
  const counted = (count: number, unit: string) => (count === 0 ? [] : [`${count} ${unit}${count > 1 ? 's' : ''}`])
  const asOnAClock = hours > 0 && minutes > 0 && seconds === 0
  const clock = asOnAClock ? [`${counted(hours, 'heure')[0]} ${minutes}`] : [...counted(hours, 'heure'), ...counted(minutes, 'minute')]
  return listInWords([...counted(days, 'jour'), ...clock, ...counted(seconds, 'seconde')], 'and', 'fr') || '0 minute'
}
