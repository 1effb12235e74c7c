import type { LeadState } from '@parley/db'
import { callOutcomes } from '@parley/flow-runtime/call-outcomes'
import { z } from 'zod'

export const leadStates = ['waiting', 'trying', 'reached', 'notReached', 'doNotCall', 'notCallable'] as const satisfies readonly LeadState[]

/** Which leads of a campaign are listed: by where they are, and by how their last attempt ended. */
export const wantedLeads = z.object({
  state: z.enum(leadStates).optional().catch(undefined),
  lastOutcome: z.enum(callOutcomes).optional().catch(undefined),
})
export type WantedLeads = z.output<typeof wantedLeads>
