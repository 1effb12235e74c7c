import { z } from 'zod'
import type { CarrierNews, CarrierRequest } from '../carrier.ts'
import { fieldsOf } from '../request-fields.ts'
import { fromVonage } from './vonage-number.ts'
import { vonageStatus } from './vonage-status.ts'

const request = z.object({
  uuid: z.string().optional(),
  /** In the news of machine detection. */
  call_uuid: z.string().optional(),
  status: z.string().optional(),
  detail: z.string().optional(),
  timestamp: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  reference: z.string().optional(),
})

const lost = ['failed', 'unanswered', 'rejected', 'busy', 'timeout', 'cancelled', 'disconnected']

/** What a request of Vonage says. The media socket is a leg of its own, whose address is its number: of its news only that it is lost matters. */
export function readVonage(incoming: CarrierRequest): CarrierNews | undefined {
  const parsed = request.safeParse(fieldsOf(incoming))
  if (!parsed.success) return undefined
  const { uuid, call_uuid, status, detail, timestamp, from, to, reference } = parsed.data
  const carrierCallId = uuid ?? call_uuid
  if (carrierCallId === undefined) return undefined
  if (/^wss?:/.test(to ?? '') || status === 'disconnected')
    return status !== undefined && lost.includes(status) ? { type: 'mediaLost', carrierCallId } : undefined
  if (status === undefined) {
    if (reference !== undefined) return { type: 'answered', carrierCallId, reference }
    return from === undefined || to === undefined
      ? undefined
      : { type: 'inbound', carrierCallId, from: fromVonage(from), to: fromVonage(to) }
  }
  const known = vonageStatus(status, detail)
  if (!known) return undefined
  const answeredBy = status === 'human' || status === 'machine' ? status : undefined
  return { type: 'status', carrierCallId, ...known, reference, answeredBy, at: timeOf(timestamp) }
}

function timeOf(text: string | undefined): number | undefined {
  const at = Date.parse(text ?? '')
  return Number.isNaN(at) ? undefined : at
}
