import { z } from 'zod'
import { codeOfStatus } from '../ask.ts'
import type { CarrierCode } from '../carrier-error.ts'

const error = z.object({ code: z.number() })

/** Twilio's numbers of errors (https://www.twilio.com/docs/api/errors) that mean something more than their HTTP status. */
const known: Record<number, CarrierCode> = {
  20003: 'CARRIER_UNAUTHORIZED',
  20005: 'CARRIER_ACCOUNT_SUSPENDED',
  20404: 'CARRIER_CALL_UNKNOWN',
  20429: 'CARRIER_RATE_LIMITED',
  21210: 'CARRIER_CALLER_ID_REFUSED',
  21211: 'CARRIER_NUMBER_INVALID',
  21212: 'CARRIER_CALLER_ID_REFUSED',
  21213: 'CARRIER_CALLER_ID_REFUSED',
  21214: 'CARRIER_NUMBER_INVALID',
  21215: 'CARRIER_FORBIDDEN',
  21216: 'CARRIER_FORBIDDEN',
  21217: 'CARRIER_NUMBER_INVALID',
  21219: 'CARRIER_FORBIDDEN',
}

export function twilioError(status: number, body: unknown): { code: CarrierCode; vendorCode?: string } {
  const parsed = error.safeParse(body)
  if (!parsed.success) return { code: codeOfStatus(status) }
  return { code: known[parsed.data.code] ?? codeOfStatus(status), vendorCode: String(parsed.data.code) }
}
