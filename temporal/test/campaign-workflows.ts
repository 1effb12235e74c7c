import { sleep } from '@temporalio/workflow'
import type { CallInput, ConductResult } from '../contract.ts'

export { attemptWorkflow } from '../workflows/attempt.ts'
export { campaignWorkflow } from '../workflows/campaign.ts'

/** A call nobody conducts: it lasts what its limit has beyond whole half minutes, and is completed; one of half a minute fails. */
export async function callWorkflow({ maxCallMs }: CallInput): Promise<ConductResult> {
  if (maxCallMs === 30_000) return { outcome: 'failed', failureCode: 'CARRIER_UNREACHABLE', durationMs: 0 }
  const durationMs = maxCallMs % 30_000
  if (durationMs > 0) await sleep(durationMs)
  return { outcome: 'completed', durationMs }
}
