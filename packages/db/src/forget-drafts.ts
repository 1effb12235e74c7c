import { inTenant } from './in-tenant.ts'
import type { Db } from './open-db.ts'

/** What is kept of a flow: its drafts that were tried last, and the test calls made of them last. */
type DraftsKept = { drafts: number; calls: number }

/**
 * Forgets what test calls of a flow's drafts left, beyond what is kept; how many calls went. A call goes an hour after its end at the earliest, with
 * its journal and its recording, which `removeRecording` takes out of the storage first; one that booked something stays, and so does its draft.
 */
export async function forgetDrafts(
  db: Db,
  tenantId: string,
  flowId: string,
  { kept, removeRecording }: { kept: DraftsKept; removeRecording: (path: string) => Promise<void> },
): Promise<number> {
  const old = await inTenant(
    db,
    tenantId,
    (tx) => tx.$queryRaw<{ call_id: string; recording: string | null }[]>`
      SELECT call_id, recording FROM old_draft_calls(${flowId}::uuid, ${kept.drafts}::int, ${kept.calls}::int)`,
  )
  for (const { recording } of old) if (recording !== null) await removeRecording(recording)
  const calls = old.map(({ call_id }) => call_id)
  const [row] = await inTenant(
    db,
    tenantId,
    (tx) => tx.$queryRaw<{ gone: number }[]>`
      SELECT forget_draft_calls(${flowId}::uuid, ${kept.drafts}::int, ${kept.calls}::int, ${calls}::uuid[]) AS gone`,
  )
  return row?.gone ?? 0
}
