import type { CarrierStatus } from '../call-status.ts'
import type { CallEndCode } from '../carrier.ts'

/** Vonage's names for where a call is (https://developer.vonage.com/en/voice/voice-api/webhook-reference#event-webhook). */
const known: Record<string, { status: CarrierStatus; code?: CallEndCode }> = {
  started: { status: 'initiated' },
  ringing: { status: 'ringing' },
  answered: { status: 'in-progress' },
  human: { status: 'in-progress' },
  machine: { status: 'in-progress' },
  completed: { status: 'completed' },
  busy: { status: 'busy' },
  timeout: { status: 'no-answer' },
  unanswered: { status: 'no-answer' },
  rejected: { status: 'busy', code: 'CALL_DECLINED' },
  cancelled: { status: 'failed', code: 'CALL_CANCELLED' },
  failed: { status: 'failed' },
}

const details: Record<string, CallEndCode> = {
  cannot_route: 'CALL_UNREACHABLE',
  number_out_of_order: 'CALL_NUMBER_INVALID',
  unallocated_number: 'CALL_NUMBER_INVALID',
  invalid_number: 'CALL_NUMBER_INVALID',
  declined: 'CALL_DECLINED',
}

/** `restricted`: Vonage itself rejected the call. */
export function vonageStatus(name: string, detail = ''): { status: CarrierStatus; code?: CallEndCode } | undefined {
  if (name === 'rejected' && detail === 'restricted') return { status: 'failed', code: 'CALL_UNREACHABLE' }
  const found = known[name]
  const code = details[detail]
  return found && code && found.status !== 'completed' ? { ...found, code } : found
}
