import type { VariableType } from './variables.ts'

/** The read-only facts of a call that expressions may use, with the type each is spoken and compared by. */
export const factTypes = {
  call: { id: 'text', direction: 'text', channel: 'text', startedAt: 'dateTime', date: 'date', time: 'time', language: 'text' },
  contact: { name: 'personName', phone: 'phone', email: 'email', language: 'text', fields: 'object' },
  turn: { count: 'number' },
  node: { visits: 'number' },
  silence: { count: 'number' },
} as const satisfies Record<string, Readonly<Record<string, VariableType>>>

const byPath = new Map<string, VariableType>(
  Object.entries(factTypes).flatMap(([fact, fields]) => Object.entries(fields).map(([field, type]) => [`${fact}.${field}`, type] as const)),
)

/** The type of a fact by its whole name, such as `contact.phone`. */
export const factType = (path: string): VariableType | undefined => byPath.get(path)
