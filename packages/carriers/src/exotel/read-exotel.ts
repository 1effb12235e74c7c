import { z } from 'zod'
import type { CarrierStatus } from '../call-status.ts'
import type { CallEndCode, CarrierNews, CarrierRequest } from '../carrier.ts'
import { fieldsOf } from '../request-fields.ts'

const request = z.object({
  CallSid: z.string().min(1),
  Status: z.string().optional(),
  EventType: z.string().optional(),
  DateUpdated: z.string().optional(),
  CustomField: z.string().optional(),
  CallFrom: z.string().optional(),
  CallTo: z.string().optional(),
  Direction: z.string().optional(),
})

/** Exotel's names for where a call is (https://developer.exotel.com/api/call-details-bulk). */
const known: Record<string, { status: CarrierStatus; code?: CallEndCode }> = {
  queued: { status: 'initiated' },
  ringing: { status: 'ringing' },
  'in-progress': { status: 'in-progress' },
  completed: { status: 'completed' },
  busy: { status: 'busy' },
  'no-answer': { status: 'no-answer' },
  failed: { status: 'failed' },
  canceled: { status: 'failed', code: 'CALL_CANCELLED' },
}

export const exotelStatus = (name: string): { status: CarrierStatus; code?: CallEndCode } | undefined => known[name.toLowerCase()]

/** Exotel tells its times in India's. */
export const exotelTime = (text: string | null | undefined): number | undefined => {
  const at = Date.parse(`${text?.replace(' ', 'T')}+05:30`)
  return Number.isNaN(at) ? undefined : at
}

/** What a request of Exotel says: news of a call, or its Voicebot applet asking for the media socket's address. */
export function readExotel(incoming: CarrierRequest): CarrierNews | undefined {
  const parsed = request.safeParse(fieldsOf(incoming))
  if (!parsed.success) return undefined
  const { CallSid: carrierCallId, Status, EventType, DateUpdated, CustomField, CallFrom, CallTo, Direction = '' } = parsed.data
  const reference = CustomField || undefined
  const told = Status ?? (EventType === 'answered' ? 'in-progress' : EventType)
  if (told === undefined) {
    if (reference !== undefined || Direction.startsWith('outbound')) return { type: 'answered', carrierCallId, reference }
    return CallFrom === undefined || CallTo === undefined ? undefined : { type: 'inbound', carrierCallId, from: CallFrom, to: CallTo }
  }
  const status = exotelStatus(told)
  return status && { type: 'status', carrierCallId, ...status, reference, at: exotelTime(DateUpdated) }
}
