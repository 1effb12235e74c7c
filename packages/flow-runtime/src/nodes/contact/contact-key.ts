import type { NodeContext } from '../../node-type.ts'

export type ContactKey = 'phone' | 'email' | 'id'

/** What a variable holds for finding or reaching the caller; without a variable, the caller's own number, address or id. */
export function contactKey(by: ContactKey, variable: string, { state }: NodeContext): string | undefined {
  const value = variable === '' ? state.facts.contact?.[by] : state.variables[variable]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}
