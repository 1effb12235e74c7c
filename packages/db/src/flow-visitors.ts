import { inTenant } from './in-tenant.ts'
import type { Db } from './open-db.ts'
import { type Person, peopleOf } from './people.ts'

/** Who is not heard of for so long has left. */
const visitMs = 6_000

export type FlowVisitor = { id: string; person: Person; nodeId: string | null }

/**
 * Notes that a page has a flow open and what is selected there, and tells who else does, the draft's revision and who saved it. null for a flow
 * that is not there any more.
 */
export function visitFlow(
  db: Db,
  tenantId: string,
  flowId: string,
  { visitorId, userId, nodeId = null }: { visitorId: string; userId: string; nodeId?: string | null },
): Promise<{ revision: number; savedBy: Person | null; others: FlowVisitor[] } | null> {
  return inTenant(db, tenantId, async (tx) => {
    const flow = await tx.flow.findFirst({ where: { tenantId, id: flowId, deletedAt: null }, select: { revision: true, savedById: true } })
    if (!flow) return null
    const seenAt = new Date()
    const where = { tenantId_flowId_id: { tenantId, flowId, id: visitorId } }
    const visit = { userId, nodeId, seenAt }
    await tx.flowVisitor.upsert({ where, create: { tenantId, flowId, id: visitorId, ...visit }, update: visit })
    const present = { tenantId, flowId, id: { not: visitorId }, seenAt: { gt: new Date(seenAt.getTime() - visitMs) } }
    const rows = await tx.flowVisitor.findMany({ where: present, orderBy: [{ userId: 'asc' }, { id: 'asc' }] })
    const people = await peopleOf(tx, [...rows.map((row) => row.userId), ...(flow.savedById ? [flow.savedById] : [])])
    const others = rows.flatMap(({ id, nodeId, ...row }) => {
      const person = people.get(row.userId)
      return person ? [{ id, person, nodeId }] : []
    })
    return { revision: flow.revision, savedBy: people.get(flow.savedById ?? '') ?? null, others }
  })
}

/** The page is closed; rows of pages that never said so go too. */
export async function leaveFlow(db: Db, tenantId: string, flowId: string, visitorId: string): Promise<void> {
  const forgotten = { seenAt: { lt: new Date(Date.now() - 10 * visitMs) } }
  await inTenant(db, tenantId, (tx) => tx.flowVisitor.deleteMany({ where: { tenantId, flowId, OR: [{ id: visitorId }, forgotten] } }))
}
