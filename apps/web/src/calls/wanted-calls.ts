import { callOutcomes } from '@parley/flow-runtime/call-outcomes'
import { z } from 'zod'

export const callPeriods = ['24h', '7d', '30d'] as const
export const callChannels = ['browser', 'phone', 'text'] as const
export const callOrders = ['newest', 'oldest', 'longest', 'shortest'] as const
export const callColumns = ['when', 'flow', 'outcome', 'channel', 'duration', 'turns', 'recording', 'failure'] as const
export type CallColumn = (typeof callColumns)[number]
export const usualColumns: readonly CallColumn[] = ['when', 'flow', 'outcome', 'channel', 'duration', 'turns']

const seconds = z.coerce.number().int().min(0).max(86_400)

const filters = z.object({
  flow: z.uuid(),
  version: z.uuid(),
  outcome: z.array(z.enum(callOutcomes)).min(1),
  channel: z.enum(callChannels),
  period: z.enum(callPeriods),
  /** Days, as the reader's calendar has them; both included. */
  from: z.iso.date(),
  until: z.iso.date(),
  /** Seconds. */
  min: seconds,
  max: seconds,
  recording: z.enum(['yes', 'no']),
  booked: z.literal('yes'),
  /** Those that tried a draft. */
  drafts: z.literal('no'),
  failure: z.string().regex(/^[A-Z][A-Z_]{1,60}$/),
  /** Milliseconds an answer took. */
  slow: z.coerce.number().int().min(1).max(600_000),
})
export type CallFilter = keyof typeof filters.shape

/** Which calls are listed, in which order, with which columns. */
export const wantedCalls = filters.partial().extend({
  sort: z.enum(callOrders).default('newest'),
  columns: z.array(z.enum(callColumns)).min(1).optional(),
})
export type WantedCalls = z.infer<typeof wantedCalls>

const lists: ReadonlySet<string> = new Set(['outcome', 'columns'])
export const filterNames = Object.keys(filters.shape).filter((name): name is CallFilter => name in filters.shape)

/** What an address asks for; what it cannot mean is left out. */
export function wantedCallsOf(search: URLSearchParams): WantedCalls {
  const wanted: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(wantedCalls.shape)) {
    const text = search.get(name)
    const read = text === null ? undefined : schema.safeParse(lists.has(name) ? text.split('.') : text)
    if (read?.success) wanted[name] = read.data
  }
  return wantedCalls.parse(wanted)
}

/** The part of an address after the question mark that asks for it; empty for all calls, newest first. */
export function callQuery(wanted: WantedCalls): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(wanted)) {
    if (value === undefined || (name === 'sort' && value === 'newest')) continue
    if (name === 'columns' && String(value) === String(usualColumns)) continue
    search.set(name, Array.isArray(value) ? value.join('.') : String(value))
  }
  return search.toString()
}

export const callsAddress = (wanted: Partial<WantedCalls>) => {
  const query = callQuery({ sort: 'newest', ...wanted })
  return query === '' ? '/calls' : `/calls?${query}`
}
