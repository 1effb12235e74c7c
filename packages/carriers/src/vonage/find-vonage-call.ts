import { z } from 'zod'
import { inShape } from '../ask.ts'
import type { FoundCall, SoughtCall } from '../carrier.ts'
import { toVonage } from './vonage-number.ts'
import { vonageStatus } from './vonage-status.ts'

const endpoint = z.object({ number: z.string().optional() })
const end = z.union([endpoint, z.array(endpoint).transform(([first]) => first ?? {})])
const list = z.object({
  count: z.number().optional(),
  _embedded: z.object({
    calls: z.array(z.object({ uuid: z.string(), status: z.string(), to: end, from: end, start_time: z.string().nullish() })),
  }),
})

const pageSize = 100
const mostPages = 5
const clockToleranceMs = 5_000

/**
 * The call between two numbers in Vonage's list, newest first. A call has a start only when it was answered, so the list is not asked by date: that would
 * leave out what rings.
 */
export async function findVonageCall(take: (path: string) => Promise<unknown>, { to, from, since }: SoughtCall): Promise<FoundCall> {
  const isYoung = (start: string | null | undefined) => !start || Date.parse(start) >= since.getTime() - clockToleranceMs
  const found: { uuid: string; status: string }[] = []
  for (let page = 0; page < mostPages; page += 1) {
    const { _embedded } = inShape(list, await take(`/v1/calls?page_size=${pageSize}&record_index=${page * pageSize}&order=desc`))
    found.push(
      ..._embedded.calls.filter(
        (call) => call.to.number === toVonage(to) && call.from.number === toVonage(from) && isYoung(call.start_time),
      ),
    )
    const isLast = _embedded.calls.length < pageSize || _embedded.calls.every(({ start_time }) => !isYoung(start_time))
    if (found.length > 0 || isLast) return oneOf(found)
  }
  return { state: 'unsure' }
}

function oneOf(found: { uuid: string; status: string }[]): FoundCall {
  const [call, ...more] = found
  if (!call) return { state: 'none' }
  const known = vonageStatus(call.status)
  if (more.length > 0 || !known) return { state: 'unsure' }
  return { state: 'found', carrierCallId: call.uuid, status: known.status, by: 'numbers' }
}
