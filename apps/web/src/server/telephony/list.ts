import { carrierTypes } from '@parley/carriers'
import { describeConnections, getTenant, listFlows, listNumbers } from '@parley/db'
import { procedure } from '../trpc.ts'
import { publicUrl } from './handle-carrier.ts'
import { isWithinReach } from './is-within-reach.ts'
import { shownNumber } from './shown-number.ts'

/** Connections without their keys, numbers, and all that is chosen from when they are changed. */
export const list = procedure.query(async ({ ctx: { db, tenantId, role } }) => {
  const [connections, numbers, flows, tenant] = await Promise.all([
    describeConnections(db, tenantId),
    listNumbers(db, tenantId),
    listFlows(db, tenantId),
    getTenant(db, tenantId),
  ])
  return {
    connections,
    numbers: numbers.map((number) => ({ ...number, ...shownNumber(number.number) })),
    flows: flows.map(({ id, name, publishedNumber }) => ({ id, name, publishedNumber })),
    carriers: Object.values(carrierTypes).map(({ kind, defaultApiBase, fields }) => ({ kind, defaultApiBase, fields: [...fields] })),
    timeZone: tenant?.timeZone ?? 'UTC',
    publicUrl: publicUrl(),
    isWithinReach: isWithinReach(publicUrl()),
    mayChange: role === 'owner',
    mayCall: role !== 'viewer',
  }
})
