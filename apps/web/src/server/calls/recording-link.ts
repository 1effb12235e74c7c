import { getRecording } from '@parley/db'
import { z } from 'zod'
import { AppError } from '../app-error.ts'
import { recordingAddress } from '../recordings/recording-link.ts'
import { linkKey } from '../recordings/recording-store.ts'
import { procedure } from '../trpc.ts'
import { callIdInput } from './call-id-input.ts'

const usualMinutes = 15
const mostMinutes = 7 * 24 * 60

const input = callIdInput.extend({ minutes: z.number().int().min(1).max(mostMinutes).default(usualMinutes) })

/** A link to a recording of the asker's tenant; whoever has it may listen until it expires. `&trim=1` gives the recording without its pauses. */
export const recordingLink = procedure.input(input).query(async ({ ctx, input: { callId, minutes } }) => {
  const { tenantId } = ctx
  if (!(await getRecording(ctx.db, tenantId, callId))) throw new AppError('RECORDING_NOT_FOUND', 'NOT_FOUND')
  const expiresAt = Date.now() + minutes * 60_000
  return { address: recordingAddress(linkKey(), { tenantId, callId, expiresAt }), expiresAt }
})
