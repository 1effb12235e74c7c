import { getSuppression, listConsents } from '@parley/db'
import { z } from 'zod'
import { maskPhone } from '../contacts/mask-person.ts'
import { procedure } from '../trpc.ts'
import { keyInput } from './key-input.ts'

/** What is known of a number: since when and why it is on the list, null when it is not, and what was said about calling it. */
export const record = procedure.input(z.object({ key: keyInput })).query(async ({ ctx: { db, tenantId }, input: { key } }) => {
  const [row, consents] = await Promise.all([getSuppression(db, tenantId, key), listConsents(db, tenantId, key)])
  return { row: row && { ...row, number: maskPhone(row.number) }, consents }
})
