import type { Language } from '../text.ts'
import { numberInWords } from './number-in-words.ts'
import { clockOf } from './time-in-words.ts'

/** The ways a person says a time such as `15:30`, in words, for the recogniser: "three thirty", "half past three", … */
export function timeAsSaid(time: string, language: Language): string[] {
  const clock = clockOf(time)
  if (!clock) return []
  return language === 'fr' ? inFrench(clock) : inEnglish(clock)
}

type Clock = { hour: number; minute: number }

function inEnglish({ hour, minute }: Clock): string[] {
  const hourWords = (of: number) => numberInWords(of % 12 === 0 ? 12 : of % 12, 'en')
  const at = hourWords(hour)
  const part = hour < 12 ? 'in the morning' : hour < 18 ? 'in the afternoon' : 'in the evening'
  const said = [minute === 0 ? at : `${at} ${minute < 10 ? 'oh ' : ''}${numberInWords(minute, 'en')}`]
  if (minute === 0) said.push(`${at} o'clock`)
  if (minute === 15) said.push(`quarter past ${at}`)
  if (minute === 30) said.push(`half past ${at}`)
  if (minute === 45) said.push(`quarter to ${hourWords(hour + 1)}`)
  if (minute === 0 && hour === 12) said.push('noon')
  return [...said, ...said.slice(0, 1).flatMap((words) => [`at ${words}`, `${words} ${part}`])]
}

function inFrench({ hour, minute }: Clock): string[] {
  const minutes = minute === 0 ? '' : ` ${numberInWords(minute, 'fr')}`
  const hours = (of: number) => `${of === 1 ? 'une heure' : `${numberInWords(of, 'fr')} heures`}${minutes}`
  const said = [hour === 12 ? `midi${minutes}` : hours(hour)]
  if (hour > 12) said.push(hours(hour - 12))
  if (minute === 30) said.push(...said.map((words) => words.replace(/ trente$/, ' et demie')))
  return [...said, ...said.slice(0, 1).map((words) => `à ${words}`)]
}
