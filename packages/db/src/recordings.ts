import { z } from 'zod'
import { inTenant } from './in-tenant.ts'
import type { Db } from './open-db.ts'

const peaks = z.object({ contact: z.array(z.number()), agent: z.array(z.number()) })

/** `path` is its key in the storage of recordings; `startedAt` is the instant of the first sample; peaks are 0 to 1, one per bucket and side. */
export type StoredRecording = { path: string; startedAt: Date; seconds: number; peaks: z.output<typeof peaks> }

/** Saving again (a call that went on in another process) replaces what was there. */
export async function saveRecording(db: Db, tenantId: string, callId: string, recording: StoredRecording): Promise<void> {
  await inTenant(db, tenantId, (tx) =>
    tx.recording.upsert({
      where: { tenantId_callId: { tenantId, callId } },
      create: { tenantId, callId, ...recording },
      update: recording,
    }),
  )
}

export async function getRecording(db: Db, tenantId: string, callId: string): Promise<StoredRecording | null> {
  const select = { path: true, startedAt: true, seconds: true, peaks: true } as const
  const row = await inTenant(db, tenantId, (tx) => tx.recording.findFirst({ where: { tenantId, callId }, select }))
  return row && { ...row, peaks: peaks.parse(row.peaks) }
}
