import { type CarrierEvent, carrierUrl } from '@parley/carriers'
import { getNumber } from '@parley/db'
import { z } from 'zod'
import { AppError } from '../app-error.ts'
import { ownerProcedure } from '../trpc.ts'
import { publicUrl } from './handle-carrier.ts'
import { carrierAnswer, tenantConnection } from './tenant-connection.ts'

/** Lets the carrier ask this studio when somebody calls the number; some carriers want a step by hand, with the address it is made with. */
export const routeNumber = ownerProcedure.input(z.object({ id: z.uuid() })).mutation(async ({ ctx: { db, tenantId }, input }) => {
  const number = await getNumber(db, tenantId, input.id)
  if (!number) throw new AppError('NUMBER_NOT_FOUND', 'NOT_FOUND')
  const { connectionId } = number
  const { carrier } = await tenantConnection(db, tenantId, connectionId)
  const urlOf = (event: CarrierEvent) => carrierUrl(publicUrl(), event, connectionId)
  return carrierAnswer(() => carrier.routeNumber(number.number, { answerUrl: urlOf('answer'), statusUrl: urlOf('status') }))
})
