import { countCalls, currentNodes, type Db, findCalls, getFlowVersion } from '@parley/db'
import type { Flow } from '@parley/flow-runtime'
import { nodeTitle } from '../../call-page/node-title.ts'
import { preferences } from '../../i18n/server-locale.ts'
import { procedure } from '../trpc.ts'

const mostShown = 100

/** The calls that go on now, longest first, each with the node it stands on, and how many there are in all. */
export const running = procedure.query(async ({ ctx: { db, tenantId } }) => {
  const filters = { isRunning: true }
  const [calls, total] = await Promise.all([
    findCalls(db, tenantId, { filters, order: { by: 'startedAt', isDescending: false }, limit: mostShown }),
    countCalls(db, tenantId, filters),
  ])
  const nodes = await currentNodes(
    db,
    tenantId,
    calls.map(({ id }) => id),
  )
  const flows = await flowsOf(db, tenantId, new Set(calls.filter(({ id }) => nodes.has(id)).map((call) => call.flowVersionId)))
  const { locale } = await preferences()
  return {
    total,
    now: new Date(),
    calls: calls.map((call) => {
      const at = nodes.get(call.id)
      return { ...call, node: at === undefined ? null : nodeTitle(flows.get(call.flowVersionId) ?? null, at, locale) }
    }),
  }
})

async function flowsOf(db: Db, tenantId: string, versionIds: ReadonlySet<string>): Promise<Map<string, Flow | null>> {
  return new Map(
    await Promise.all([...versionIds].map(async (id) => [id, (await getFlowVersion(db, tenantId, id))?.document ?? null] as const)),
  )
}
