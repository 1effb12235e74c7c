import { type Db, describeProviders, listProviderHealth } from '@parley/db'
import { env } from '../../env.ts'
import { procedure } from '../trpc.ts'
import { supply } from './supply.ts'

/** The tenant's providers in the order in which they are asked, without their keys, how they fared in calls, and what can be added. */
export const list = procedure.query(async ({ ctx }) => ({
  providers: await withHealth(ctx),
  vendors: supply().vendors,
  mayChange: ctx.role === 'owner',
  hasEmbeddedSpeech: env().SPEECH_SERVER_URL !== undefined,
}))

async function withHealth({ db, tenantId }: { db: Db; tenantId: string }) {
  const [providers, known] = await Promise.all([describeProviders(db, tenantId), listProviderHealth(db, tenantId)])
  return providers.map((provider) => {
    const { open, failures, openings, code } = known.find((one) => one.provider === `${provider.kind} ${provider.id}`) ?? {}
    return { ...provider, health: failures ? { rests: open ?? false, failures, openings: openings ?? 0, code: code ?? null } : null }
  })
}
