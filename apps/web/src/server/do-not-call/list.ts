import { countSuppressions, type Db, listNumbers, listSuppressions, recordAudit } from '@parley/db'
import { z } from 'zod'
import { maskPhone } from '../contacts/mask-person.ts'
import { shownNumber } from '../telephony/shown-number.ts'
import { procedure } from '../trpc.ts'
import { keyInput } from './key-input.ts'

const pageSize = 100
const pageInput = z.object({
  place: z.union([z.object({ after: z.object({ key: keyInput, createdAt: z.date() }) }), z.object({ skip: z.number().int().min(0) })]),
})

async function pageOf(db: Db, tenantId: string, { place }: z.output<typeof pageInput>, { personal }: { personal: boolean }) {
  const rows = await listSuppressions(db, tenantId, { ...place, take: pageSize })
  return rows.map(({ number, ...row }) => ({ ...row, number: personal ? shownNumber(number).international : maskPhone(number) }))
}

/** How long the do-not-call list is; `country`: in which numbers without one are meant (ISO 3166), that of the tenant's first own number. */
export const count = procedure.query(async ({ ctx: { db, tenantId, role } }) => {
  const [total, [own]] = await Promise.all([countSuppressions(db, tenantId), listNumbers(db, tenantId)])
  return { total, country: own ? shownNumber(own.number).country : undefined, mayChange: role !== 'viewer' }
})

/** One page of the do-not-call list, masked. */
export const list = procedure.input(pageInput).query(({ ctx, input }) => pageOf(ctx.db, ctx.tenantId, input, { personal: false }))

/** The same page with the numbers; who asked is recorded first. */
export const reveal = procedure.input(pageInput).mutation(async ({ ctx: { db, tenantId, userId }, input }) => {
  await recordAudit(db, tenantId, { userId, action: 'doNotCall.personalDataShown', subject: tenantId })
  return pageOf(db, tenantId, input, { personal: true })
})
