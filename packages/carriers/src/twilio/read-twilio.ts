import { z } from 'zod'
import type { CarrierNews, CarrierRequest } from '../carrier.ts'
import { fieldsOf } from '../request-fields.ts'
import { sipEnd } from '../sip-cause.ts'
import { twilioStatus } from './twilio-status.ts'

const request = z.object({
  CallSid: z.string().regex(/^CA/),
  CallStatus: z.string().optional(),
  Direction: z.string().optional(),
  From: z.string().optional(),
  To: z.string().optional(),
  /** Only news of a call carry one of these two. */
  CallbackSource: z.string().optional(),
  SequenceNumber: z.string().optional(),
  Timestamp: z.string().optional(),
  AnsweredBy: z.string().optional(),
  SipResponseCode: z.coerce.number().optional(),
  reference: z.string().optional(),
})

/** What a request of Twilio says: news of a call, the answer to machine detection, or a call that asks what to do. */
export function readTwilio(incoming: CarrierRequest): CarrierNews | undefined {
  const parsed = request.safeParse(fieldsOf(incoming))
  if (!parsed.success) return undefined
  const { CallSid: carrierCallId, CallStatus, reference, AnsweredBy, SequenceNumber, CallbackSource } = parsed.data
  const answeredBy = AnsweredBy === undefined ? undefined : answerer(AnsweredBy)
  if (CallStatus === undefined) {
    if (answeredBy === undefined) return undefined
    return { type: 'status', carrierCallId, status: 'in-progress', reference, answeredBy }
  }
  const known = twilioStatus(CallStatus)
  if (!known) return undefined
  if (SequenceNumber === undefined && CallbackSource === undefined && CallStatus !== 'completed') return asks(parsed.data)
  return {
    type: 'status',
    carrierCallId,
    ...endOf(known, parsed.data.SipResponseCode),
    reference,
    answeredBy,
    at: timeOf(parsed.data.Timestamp),
  }
}

function asks({ CallSid: carrierCallId, Direction = '', From, To, reference }: z.output<typeof request>): CarrierNews | undefined {
  if (Direction.startsWith('outbound')) return { type: 'answered', carrierCallId, reference }
  return From === undefined || To === undefined ? undefined : { type: 'inbound', carrierCallId, from: From, to: To }
}

/** Twilio calls a declined call busy or failed; the SIP response tells which it was. */
function endOf(known: NonNullable<ReturnType<typeof twilioStatus>>, sipCode: number | undefined) {
  const isUnanswered = known.status === 'busy' || known.status === 'failed'
  const isTold = known.code === undefined && sipCode !== undefined && sipCode >= 400
  return isUnanswered && isTold ? { ...known, code: sipEnd(sipCode).code } : known
}

function answerer(name: string): 'human' | 'machine' | 'fax' | 'unknown' {
  if (name.startsWith('machine')) return 'machine'
  return name === 'human' || name === 'fax' ? name : 'unknown'
}

function timeOf(text: string | undefined): number | undefined {
  const at = Date.parse(text ?? '')
  return Number.isNaN(at) ? undefined : at
}
