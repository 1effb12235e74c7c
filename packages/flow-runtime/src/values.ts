import { clockOf } from './spoken-forms/time-in-words.ts'
import type { Json, VariableDeclaration } from './variables.ts'

/** Whether a value is one that a variable of this declaration can hold. */
export function isValueOf(declaration: VariableDeclaration, value: Json): boolean {
  switch (declaration.type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'boolean':
      return typeof value === 'boolean'
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`))
    case 'time':
      return typeof value === 'string' && clockOf(value) !== undefined
    case 'dateTime':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value))
    case 'choice':
      return (declaration.choices ?? []).some((choice) => choice.value === value)
    case 'money':
    case 'duration':
      return typeof value === 'number' || (typeof value === 'string' && value !== '')
    case 'list':
      return Array.isArray(value)
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    default:
      return typeof value === 'string' && value !== ''
  }
}
