import { dateOfDayNumber, dayNumberOf } from '../spoken-forms/calendar-date.ts'
import type { Language } from '../text.ts'
import type { Json, VariableDeclaration, VariableType } from '../variables.ts'

/**
 * A value such as callers give, to show and to hear a text before there is any call.
 * @param today `2026-11-24`; dates are those of a few days later
 */
export function exampleOf({ type, choices = [] }: Pick<VariableDeclaration, 'type' | 'choices'>, language: Language, today: string): Json {
  const day = dateOfDayNumber((dayNumberOf(today) ?? 0) + 4) ?? today
  if (type === 'date') return day
  if (type === 'dateTime') return `${day}T14:00:00Z`
  if (type === 'choice') return choices[0]?.value ?? examples[language].text
  return examples[language][type]
}

type Examples = Record<Exclude<VariableType, 'date' | 'dateTime' | 'choice'>, Json>

const examples: Record<Language, Examples> = {
  en: {
    text: 'a seat by the window',
    number: 4,
    boolean: true,
    time: '15:00',
    duration: 45,
    phone: '+12025550147',
    email: 'ada@example.org',
    personName: 'Ada Martin',
    money: 45.5,
    list: ['Monday', 'Tuesday'],
    object: {},
  },
  fr: {
    text: 'une place près de la fenêtre',
    number: 4,
    boolean: true,
    time: '15:00',
    duration: 45,
    phone: '+33612345678',
    email: 'ada@example.org',
    personName: 'Ada Martin',
    money: 45.5,
    list: ['lundi', 'mardi'],
    object: {},
  },
}
