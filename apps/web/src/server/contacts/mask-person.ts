import type { KnownContact } from '@parley/db'

const mask = '•••'

/** A person of whom only the first letter of the name and the last two digits of the number are left. */
export function maskPerson(person: KnownContact): KnownContact {
  const { name, phone } = person
  return { ...person, name: name && maskName(name), phone: phone && maskPhone(phone) }
}

/** A name of which only the first letter is left. */
export const maskName = (name: string): string => `${name.trim().charAt(0)}${mask}`

/** A number of which only the last two digits are left. */
export const maskPhone = (phone: string): string => `${mask}${phone.slice(-2)}`
