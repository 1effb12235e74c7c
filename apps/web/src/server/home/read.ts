import { type Db, flowStates, getFlowVersion, homeFigures, listProviderHealth, listServices, selfPausedCampaigns } from '@parley/db'
import { check, type Language } from '@parley/flow-runtime'
import { preferences } from '../../i18n/server-locale.ts'
import { procedure } from '../trpc.ts'

const dayMs = 86_400_000
/** An answer that takes longer feels like a bad line. */
const slowMs = 2_000
/** Checking a flow takes milliseconds, not nothing. */
const mostChecked = 40

/** What the last 24 hours were like against those before, what needs a look, and where every flow stands. */
export const read = procedure.query(async ({ ctx: { db, tenantId } }) => {
  const until = new Date()
  const { locale } = await preferences()
  const [figures, flows, health, paused] = await Promise.all([
    homeFigures(db, tenantId, { from: new Date(Number(until) - dayMs), until, slowMs }),
    flowStates(db, tenantId),
    listProviderHealth(db, tenantId),
    selfPausedCampaigns(db, tenantId),
  ])
  return {
    ...figures,
    slowMs,
    resting: health
      .filter(({ open }) => open)
      .map(({ provider, code, since }) => ({ kind: provider.split(' ')[0] ?? provider, code, since })),
    paused,
    flows,
    problems: await publishedProblems(db, tenantId, flows, locale),
  }
})

/** What the checker says of the versions calls use: things around a flow change after it was published. */
async function publishedProblems(
  db: Db,
  tenantId: string,
  flows: readonly { id: string; name: string; versionId: string | null }[],
  locale: Language,
) {
  const services = (await listServices(db, tenantId)).map(({ name }) => name)
  const published = flows.flatMap(({ id, name, versionId }) => (versionId ? [{ id, name, versionId }] : [])).slice(0, mostChecked)
  const checked = await Promise.all(
    published.map(async ({ id, name, versionId }) => {
      const document = (await getFlowVersion(db, tenantId, versionId))?.document
      const errors = document ? check(document, { services, locale }).filter(({ severity }) => severity === 'error') : []
      return {
        flowId: id,
        name,
        isReadable: document !== undefined && document !== null,
        count: errors.length,
        first: errors[0]?.message ?? null,
      }
    }),
  )
  return checked.filter(({ isReadable, count }) => !isReadable || count > 0)
}
