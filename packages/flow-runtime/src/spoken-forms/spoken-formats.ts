import type { VariableType } from '../variables.ts'

/** Forms that can be named in a text: `{{ day | weekday }}`. */
export const spokenFormats = [
  'date',
  'weekday',
  'dayMonth',
  'relativeDay',
  'time',
  'dateTime',
  'duration',
  'number',
  'ordinal',
  'money',
  'euros',
  'dollars',
  'pounds',
  'francs',
  'rupees',
  'phone',
  'email',
  'digits',
  'code',
  'spelled',
  'yesNo',
  'or',
  'plain',
] as const
export type SpokenFormat = (typeof spokenFormats)[number]

const formatOfType = {
  text: 'plain',
  number: 'number',
  boolean: 'yesNo',
  date: 'date',
  time: 'time',
  dateTime: 'dateTime',
  duration: 'duration',
  phone: 'phone',
  email: 'email',
  personName: 'plain',
  money: 'money',
  choice: 'plain',
  list: 'plain',
  object: 'plain',
} as const satisfies Record<VariableType, SpokenFormat>

/** How a value of a type is said when no form is named. */
export const formatFor = (type: VariableType): SpokenFormat => formatOfType[type]
