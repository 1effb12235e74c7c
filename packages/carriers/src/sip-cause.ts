import type { CarrierStatus } from './call-status.ts'
import type { CallEndCode } from './carrier.ts'

/** How a call ended by the SIP response that ended it (RFC 3261; 607 and 608 by RFC 8197 and RFC 8688). */
export function sipEnd(code: number): { status: CarrierStatus; code?: CallEndCode } {
  if (code === 486 || code === 600) return { status: 'busy' }
  if (code === 603 || code === 607 || code === 608) return { status: 'busy', code: 'CALL_DECLINED' }
  if (code === 408 || code === 480) return { status: 'no-answer' }
  if (code === 487) return { status: 'failed', code: 'CALL_CANCELLED' }
  if (code === 404 || code === 410 || code === 484 || code === 604) return { status: 'failed', code: 'CALL_NUMBER_INVALID' }
  return { status: 'failed', code: 'CALL_UNREACHABLE' }
}
