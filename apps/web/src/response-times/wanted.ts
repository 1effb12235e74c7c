import { z } from 'zod'

export const periods = ['24h', '7d', '30d'] as const
export const channels = ['browser', 'phone', 'text'] as const

/** Which answers are looked at: of a period up to now, of all flows or one, of all channels or one. */
export const wantedTimes = z.object({
  period: z.enum(periods),
  flow: z.uuid().optional(),
  channel: z.enum(channels).optional(),
})
export type WantedTimes = z.infer<typeof wantedTimes>

const inAddress = z.object({
  period: wantedTimes.shape.period.catch('7d'),
  flow: wantedTimes.shape.flow.catch(undefined),
  channel: wantedTimes.shape.channel.catch(undefined),
})

/** What the address bar asks for; what it cannot mean is left out. */
export const wantedOf = (search: unknown): WantedTimes => inAddress.parse(search)

/** The address that asks for it. */
export function addressOf(wanted: WantedTimes): string {
  const { period, flow, channel } = wanted
  return `/response-times?${new URLSearchParams({ period, ...(flow && { flow }), ...(channel && { channel }) })}`
}
