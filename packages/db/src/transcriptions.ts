import { z } from 'zod'
import { inTenant } from './in-tenant.ts'
import type { Db } from './open-db.ts'

/** Times are milliseconds after the first sample of the recording. */
const turn = z.object({
  speaker: z.enum(['contact', 'agent']),
  text: z.string(),
  startMs: z.number(),
  endMs: z.number(),
  confidence: z.number(),
})
export type TranscriptionTurn = z.output<typeof turn>

/** What a recording says, heard again after the call. `language`: `en`, `fr`, or `multi` for both. */
export type StoredTranscription = { vendor: string; language: string; turns: TranscriptionTurn[]; createdAt: Date }

/** Keeps the newest transcription of a call's recording, encrypted. False when there is no such recording (any more): then nothing is kept. */
export function saveTranscription(
  db: Db,
  tenantId: string,
  callId: string,
  { vendor, language, turns }: Omit<StoredTranscription, 'createdAt'>,
): Promise<boolean> {
  const row = { vendor, language, turns: db.cipher.encrypt(JSON.stringify(turns), place(tenantId, callId)), createdAt: new Date() }
  return inTenant(db, tenantId, async (tx) => {
    // Locked, so that the recording cannot go in between.
    const found = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Recording" WHERE "tenantId" = ${tenantId}::uuid AND "callId" = ${callId}::uuid FOR KEY SHARE`
    if (found.length === 0) return false
    await tx.transcription.upsert({ where: { tenantId_callId: { tenantId, callId } }, create: { tenantId, callId, ...row }, update: row })
    return true
  })
}

/** Turns in the order in which they began. Throws ENCRYPTION_KEY_WRONG when another key wrote them. */
export async function getTranscription(db: Db, tenantId: string, callId: string): Promise<StoredTranscription | null> {
  const select = { vendor: true, language: true, turns: true, createdAt: true } as const
  const row = await inTenant(db, tenantId, (tx) => tx.transcription.findFirst({ where: { tenantId, callId }, select }))
  return row && { ...row, turns: z.array(turn).parse(JSON.parse(db.cipher.decrypt(row.turns, place(tenantId, callId)))) }
}

const place = (tenantId: string, callId: string) => [tenantId, 'Transcription', callId]
