import { dayNumberOf, epochOf } from './spoken-forms/calendar-date.ts'
import { clockOf } from './spoken-forms/time-in-words.ts'
import type { Json, VariableDeclaration, VariableType } from './variables.ts'

/** Whether a value is one that a variable of this declaration can hold: the canonical form of its type, nothing else. */
export function isValueOf({ type, choices = [] }: VariableDeclaration, value: Json): boolean {
  return type === 'choice' ? choices.some((choice) => choice.value === value) : isOfType[type](value)
}

const isNumber = (value: Json) => typeof value === 'number' && Number.isFinite(value)
const isText = (value: Json) => typeof value === 'string' && value.trim() !== ''
const isTextThat = (holds: (text: string) => boolean) => (value: Json) => typeof value === 'string' && holds(value)

const isOfType: Record<Exclude<VariableType, 'choice'>, (value: Json) => boolean> = {
  text: isText,
  personName: isText,
  number: isNumber,
  money: isNumber,
  duration: isNumber,
  boolean: (value) => typeof value === 'boolean',
  date: isTextThat((text) => dayNumberOf(text) !== undefined),
  time: isTextThat((text) => clockOf(text) !== undefined),
  dateTime: isTextThat((text) => epochOf(text) !== undefined),
  phone: isTextThat((text) => /^\+[1-9]\d{2,14}$/.test(text)),
  email: isTextThat((text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)),
  list: (value) => Array.isArray(value),
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
}
