import { carrierUrl } from '@parley/carriers'
import { listNumbers } from '@parley/db'
import { z } from 'zod'
import { ownerProcedure } from '../trpc.ts'
import { publicUrl } from './handle-carrier.ts'
import { shownNumber } from './shown-number.ts'
import { carrierAnswer, tenantConnection } from './tenant-connection.ts'

/**
 * The numbers the carrier has for this account. `isHere`: the number is one of the tenant's. `answers`: who answers it at the carrier today: this studio, or
 * another address, which taking it over would replace.
 */
export const listAtCarrier = ownerProcedure.input(z.object({ id: z.uuid() })).query(async ({ ctx: { db, tenantId }, input: { id } }) => {
  const { carrier } = await tenantConnection(db, tenantId, id)
  const [known, listed] = await Promise.all([listNumbers(db, tenantId), carrierAnswer(() => carrier.listNumbers())])
  if (!listed.ok) return listed
  const ours = carrierUrl(publicUrl(), 'answer', id)
  const numbers = listed.answer.map(({ number, label, answerUrl }) => ({
    number,
    label,
    ...shownNumber(number),
    isHere: known.some((one) => one.number === number),
    answers: answerUrl === undefined ? ('nobody' as const) : answerUrl === ours ? ('here' as const) : ('elsewhere' as const),
  }))
  return { ok: true as const, numbers }
})
