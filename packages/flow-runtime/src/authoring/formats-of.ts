import type { SpokenFormat } from '../spoken-forms/spoken-formats.ts'
import type { VariableType } from '../variables.ts'

/** The forms worth naming for a value of a type, the usual one first. */
export const formatsOf = (type: VariableType): readonly SpokenFormat[] => formats[type]

const money = ['money', 'euros', 'dollars', 'pounds', 'francs', 'rupees'] as const
const words = ['plain', 'spelled', 'code', 'digits'] as const

const formats: Record<VariableType, readonly SpokenFormat[]> = {
  text: words,
  personName: ['plain', 'spelled'],
  number: ['number', 'ordinal', 'digits', 'duration', ...money],
  money,
  boolean: ['yesNo'],
  date: ['date', 'weekday', 'dayMonth', 'relativeDay'],
  time: ['time'],
  dateTime: ['dateTime', 'date', 'weekday', 'dayMonth', 'relativeDay', 'time'],
  duration: ['duration', 'number'],
  phone: ['phone', 'digits'],
  email: ['email', 'spelled'],
  choice: ['plain', 'spelled'],
  list: ['plain', 'or'],
  object: ['plain'],
}
