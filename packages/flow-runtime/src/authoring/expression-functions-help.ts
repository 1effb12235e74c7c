import type { UiText } from '../text.ts'

/** A function of expressions as its author reads it; `takes` is empty for one that is called on a text: `name.startsWith("Dr")`. */
type FunctionHelp = { name: string; takes: string; help: UiText; example: string; gives: 'text' | 'number' | 'boolean' | 'date' }

/** The functions worth offering, with an example that can be computed as it stands. */
export const expressionFunctions: readonly FunctionHelp[] = [
  {
    name: 'daysBetween',
    takes: 'from, to',
    gives: 'number',
    example: 'daysBetween("2026-11-24", "2026-11-30")',
    help: { en: 'days from one date to another', fr: 'jours d’une date à une autre' },
  },
  {
    name: 'addDays',
    takes: 'date, days',
    gives: 'date',
    example: 'addDays("2026-11-24", 7)',
    help: { en: 'a date some days later', fr: 'une date quelques jours plus tard' },
  },
  {
    name: 'weekday',
    takes: 'date',
    gives: 'number',
    example: 'weekday("2026-11-24")',
    help: { en: '1 Monday to 7 Sunday', fr: '1 lundi à 7 dimanche' },
  },
  {
    name: 'minutesBetween',
    takes: 'from, to',
    gives: 'number',
    example: 'minutesBetween("15:30", "17:00")',
    help: { en: 'minutes from one time to another', fr: 'minutes d’une heure à une autre' },
  },
  {
    name: 'hour',
    takes: 'time',
    gives: 'number',
    example: 'hour("15:30")',
    help: { en: 'the hour of a time, 0 to 23', fr: 'l’heure, de 0 à 23' },
  },
  {
    name: 'lower',
    takes: 'text',
    gives: 'text',
    example: 'lower("Yes Please")',
    help: { en: 'in small letters', fr: 'en minuscules' },
  },
  {
    name: 'digits',
    takes: 'text',
    gives: 'text',
    example: 'digits("AB-12 34")',
    help: { en: 'only the digits', fr: 'seulement les chiffres' },
  },
  {
    name: 'round',
    takes: 'number',
    gives: 'number',
    example: 'round(2.6)',
    help: { en: 'the nearest whole number', fr: 'le nombre entier le plus proche' },
  },
  {
    name: 'size',
    takes: 'text or list',
    gives: 'number',
    example: 'size("abc")',
    help: { en: 'how many letters or items', fr: 'combien de lettres ou d’éléments' },
  },
]
