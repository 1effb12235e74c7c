import type { CarrierStatus } from '../call-status.ts'
import type { CallEndCode } from '../carrier.ts'

/** Twilio's names for where a call is (https://www.twilio.com/docs/voice/api/call-resource#call-status-values). */
const known: Record<string, { status: CarrierStatus; code?: CallEndCode }> = {
  queued: { status: 'initiated' },
  initiated: { status: 'initiated' },
  ringing: { status: 'ringing' },
  'in-progress': { status: 'in-progress' },
  answered: { status: 'in-progress' },
  completed: { status: 'completed' },
  busy: { status: 'busy' },
  'no-answer': { status: 'no-answer' },
  failed: { status: 'failed' },
  canceled: { status: 'failed', code: 'CALL_CANCELLED' },
}

export const twilioStatus = (name: string): { status: CarrierStatus; code?: CallEndCode } | undefined => known[name]
