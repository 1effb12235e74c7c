import { listAppointments } from '@parley/db'
import { z } from 'zod'
import { procedure } from '../trpc.ts'

/** Appointments in order of their start, of one call or all; without the contact's personal data. */
export const list = procedure.input(z.object({ callId: z.uuid().optional() })).query(async ({ ctx, input }) => {
  const appointments = await listAppointments(ctx.db, ctx.tenantId, input)
  return appointments.map(({ contact: _personal, ...appointment }) => appointment)
})
