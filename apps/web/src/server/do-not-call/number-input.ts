import { normalisePhone } from '@parley/campaigns'
import { z } from 'zod'
import { AppError } from '../app-error.ts'

/** A number as people write it; `country`: where it is meant when it names none (ISO 3166). */
export const numberInput = z.object({
  number: z.string().max(60),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
})

/** The number in E.164. Throws NUMBER_UNREADABLE. */
export function readInput({ number, country }: z.output<typeof numberInput>): string {
  const read = normalisePhone(number, country)
  if (!read.ok) throw new AppError('NUMBER_UNREADABLE', 'BAD_REQUEST')
  return read.number
}
