import { Prisma } from './generated/client.ts'
import type { Transaction } from './in-tenant.ts'

/** Channel on which every change of a call is told; payload `<callId>:<last journal seq>`, no tenant, no words. */
export const callChannel = 'parley_call'

/** Tells listeners at commit. `seq` is the journal's last one; looked up when not given. */
export async function notifyCall(tx: Transaction, callId: string, seq?: number): Promise<void> {
  const last =
    seq === undefined
      ? Prisma.sql`(SELECT coalesce(max(seq), 0) FROM "CallEvent" WHERE "callId" = ${callId}::uuid)`
      : Prisma.sql`${seq}::int`
  await tx.$executeRaw`SELECT pg_notify(${callChannel}, ${`${callId}:`} || ${last})`
}
