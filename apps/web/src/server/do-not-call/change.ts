import { normalisePhone } from '@parley/campaigns'
import { getSuppression, suppressNumber, suppressNumbers, unsuppressNumber } from '@parley/db'
import { z } from 'zod'
import { shownNumber } from '../telephony/shown-number.ts'
import { editorProcedure } from '../trpc.ts'
import { keyInput } from './key-input.ts'
import { numberInput, readInput } from './number-input.ts'

const reason = z.string().trim().max(200)
const mostNumbers = 20_000
const mostRefusedShown = 100

/** Puts a number on the list, in force at once; `isNew` is false when it was there already. */
export const add = editorProcedure.input(numberInput.extend({ reason })).mutation(async ({ ctx, input }) => {
  const number = readInput(input)
  const isNew = await suppressNumber(ctx.db, ctx.tenantId, { number, source: 'added', reason: input.reason }, { userId: ctx.userId })
  return { number: shownNumber(number).international, isNew }
})

/** Puts many numbers on the list, all of those that are numbers; the rows of the others come back. */
export const addMany = editorProcedure
  .input(z.object({ rows: z.array(z.string().max(60)).min(1).max(mostNumbers), country: numberInput.shape.country, reason }))
  .mutation(async ({ ctx: { db, tenantId, userId }, input: { rows, country, reason } }) => {
    const read = rows.map((text, index) => ({ row: index + 1, phone: normalisePhone(text, country) }))
    const numbers = [...new Set(read.flatMap(({ phone }) => (phone.ok ? [phone.number] : [])))]
    const added = await suppressNumbers(db, tenantId, { numbers, reason }, { userId })
    const refused = read.flatMap(({ row, phone }) => (phone.ok || phone.reason === 'empty' ? [] : [row]))
    return { added, known: numbers.length - added, refused: refused.slice(0, mostRefusedShown), refusedCount: refused.length }
  })

/** Lets a number be called again; who did it and why is kept. `wasThere` is false when somebody else was quicker. */
export const remove = editorProcedure
  .input(z.object({ key: keyInput, reason: reason.min(1) }))
  .mutation(async ({ ctx: { db, tenantId, userId }, input: { key, reason } }) => {
    const row = await getSuppression(db, tenantId, key)
    return { wasThere: row !== null && (await unsuppressNumber(db, tenantId, { number: row.number, reason }, { userId })) }
  })
