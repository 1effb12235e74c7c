import { carrierKind } from '@parley/carriers'
import { z } from 'zod'

const typed = z.union([z.string().trim().min(1).max(10_000), z.array(z.string().trim().min(1).max(100)).min(1).max(50)])

/** An address as it is compared and stored: without what ends it. Absent: the carrier's own. */
const apiBase = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .transform((url) => url.replace(/\/+$/, ''))

/** A connection as the form sends it. `keys` holds what was typed; what is not in it stays as it is stored. */
export const connectionInput = z.object({
  id: z.uuid().optional(),
  carrier: carrierKind,
  name: z.string().trim().min(1).max(80),
  apiBase: apiBase.optional(),
  keys: z.record(z.string().max(50), typed),
  maxCalls: z.number().int().min(1).max(1_000),
  callsPerSecond: z.number().min(0.1).max(100),
  enabled: z.boolean(),
})
export type ConnectionFormInput = z.output<typeof connectionInput>
