import { type Db, findProvider, type ProviderChoice } from '@parley/db'
import { logger } from '../../logger.ts'
import { AppError } from '../app-error.ts'
import { ownerProcedure } from '../trpc.ts'
import { type ProviderInput, providerInput } from './provider-input.ts'
import { supply } from './supply.ts'

/** Asks the vendor whether a provider would work as it stands in the form, saved or not. */
export const test = ownerProcedure.input(providerInput).mutation(async ({ ctx, input }) => {
  const result = await supply().testProvider(await choiceOf(ctx.db, ctx.tenantId, input))
  if (!result.ok) logger().info({ code: 'PROVIDER_TEST_FAILED', vendor: input.vendor, reason: result.code, detail: result.detail })
  return { ok: result.ok, code: result.code, tookMs: result.tookMs }
})

/** With the key that was typed, or the stored one: that goes to no other vendor or address than the one it was given for. */
async function choiceOf(
  db: Db,
  tenantId: string,
  { id = '', apiKey, kind, vendor, settings, languages }: ProviderInput,
): Promise<ProviderChoice> {
  const choice = { id, kind, vendor, settings, languages }
  if (vendor === 'local') return { ...choice, apiKey: '' }
  if (apiKey !== undefined) return { ...choice, apiKey }
  const stored = id ? await findProvider(db, tenantId, id) : null
  if (!stored || stored.vendor !== vendor || stored.settings.url !== settings.url) throw new AppError('PROVIDER_KEY_NEEDED', 'BAD_REQUEST')
  return { ...choice, apiKey: stored.apiKey }
}
