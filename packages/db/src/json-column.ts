import type { Prisma } from './generated/client.ts'

/** A value as Prisma takes it for a JSON column: what JSON cannot hold (undefined members) is left out. */
export function asJsonColumn(value: unknown): Prisma.InputJsonValue {
  const json: Prisma.InputJsonValue = JSON.parse(JSON.stringify(value))
  return json
}
