import type { CallChannel, CallStatus } from './generated/enums.ts'
import { inTenant } from './in-tenant.ts'
import type { Db } from './open-db.ts'

export type RunningCall = {
  id: string
  channel: CallChannel
  status: CallStatus
  /** Whole id; null until the first step was written. */
  nodeId: string | null
  startedAt: Date
  answeredAt: Date | null
  /** Null: a test call of a draft. */
  flowVersionNumber: number | null
}

const running = ['created', 'roomReady', 'conducting', 'wrappingUp'] as const satisfies readonly CallStatus[]
const select = { id: true, channel: true, status: true, nodeId: true, startedAt: true, answeredAt: true } as const

/** The calls of a flow that have not ended: how many there are at each node, and the newest of them. */
export function runningCalls(
  db: Db,
  tenantId: string,
  { flowId, limit }: { flowId: string; limit: number },
): Promise<{ counts: { nodeId: string | null; calls: number }[]; newest: RunningCall[] }> {
  const where = { tenantId, flowId, status: { in: [...running] } }
  return inTenant(db, tenantId, async (tx) => {
    const counts = await tx.call.groupBy({ by: ['nodeId'], where, _count: true, orderBy: { nodeId: 'asc' } })
    const rows = await tx.call.findMany({
      where,
      select: { ...select, flowVersion: { select: { number: true } } },
      orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
      take: limit,
    })
    return {
      counts: counts.map(({ nodeId, _count }) => ({ nodeId, calls: _count })),
      newest: rows.map(({ flowVersion, ...call }) => ({ ...call, flowVersionNumber: flowVersion.number })),
    }
  })
}
