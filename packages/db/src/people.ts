import type { Transaction } from './in-tenant.ts'

/** A member of the tenant, as others see them. */
export type Person = { id: string; name: string }

/** The members among some ids. */
export async function peopleOf(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, Person>> {
  if (ids.length === 0) return new Map()
  const people = await tx.user.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } })
  return new Map(people.map((person) => [person.id, person]))
}

export const personOf = async (tx: Transaction, id: string | null): Promise<Person | null> =>
  id === null ? null : ((await peopleOf(tx, [id])).get(id) ?? null)
