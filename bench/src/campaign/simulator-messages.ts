import { z } from 'zod'

const credentials = z.object({ accountSid: z.string(), authToken: z.string() })

/** What the process of the simulated carrier is started with, asked and told. Instants in epoch milliseconds. */
export const simulatorSettings = z.object({
  callerId: z.string(),
  /** Of the one that was here before it. */
  again: z.object({ port: z.number(), credentials }).optional(),
  /** Every dial is written here before it is answered, one a line: the call it is for, and the number. */
  register: z.string().optional(),
  /** Webhooks come twice and late, so that they overtake each other. */
  isUnruly: z.boolean().optional(),
})
export type SimulatorSettings = z.output<typeof simulatorSettings>
export const simulatorReady = z.object({ apiBase: z.string(), credentials })
export const simulatorOrder = z.object({ since: z.number() })
export const simulatorReport = z.object({
  calls: z.array(z.object({ reference: z.string().optional(), createdAt: z.number(), endedAt: z.number().optional() })),
})
