import { beginRun, tellRun } from './campaign-run.ts'
import type { tenantCampaign } from './tenant-campaign.ts'

type Who = Parameters<typeof beginRun>[0]

/** Has a paused campaign go on; one whose run was lost begins a new one, and one whose run never heard of the pause is only said to run. */
export async function resumeRun(who: Who, { id, settings }: Awaited<ReturnType<typeof tenantCampaign>>): Promise<void> {
  if ((await tellRun(id, 'resume')) !== 'done') await beginRun(who, { id, status: 'paused', settings })
}
