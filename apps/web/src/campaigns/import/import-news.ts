import { z } from 'zod'

const counts = { leads: z.int(), refused: z.int() }
const place = { row: z.int().optional(), column: z.int().optional() }

/** A line of the answer to a file of leads that is imported. `campaign`: what became of one that runs or had finished. */
export const importNews = z.discriminatedUnion('state', [
  z.object({ state: z.literal('reading'), ...counts }),
  z.object({ state: z.literal('checking'), ...counts }),
  z.object({
    state: z.literal('done'),
    importId: z.uuid(),
    ...counts,
    campaign: z.enum(['unchanged', 'told', 'started', 'notTold']),
  }),
  z.object({ state: z.literal('failed'), code: z.string(), ...place }),
])
export type ImportNews = z.output<typeof importNews>

/** Why a file was not taken at all. */
export const fileFault = z.object({ code: z.string(), ...place })
export type FileFault = z.output<typeof fileFault>
