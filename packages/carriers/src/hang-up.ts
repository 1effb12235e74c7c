import { setTimeout as sleep } from 'node:timers/promises'
import { type CarrierStatus, isOver } from './call-status.ts'
import type { HangUpResult } from './carrier.ts'
import { CarrierError } from './carrier-error.ts'

const looks = 12
const firstPauseMs = 100
const longestPauseMs = 1_000

/** Reads a call's status until it is over, about eight seconds. A call the carrier does not know any more is over. */
export async function untilOver(status: () => Promise<CarrierStatus>): Promise<HangUpResult> {
  for (let look = 0; look < looks; look += 1) {
    if (await isGone(status)) return 'over'
    await sleep(Math.min(longestPauseMs, firstPauseMs * 2 ** look))
  }
  return 'unconfirmed'
}

async function isGone(status: () => Promise<CarrierStatus>): Promise<boolean> {
  try {
    return isOver(await status())
  } catch (error) {
    if (error instanceof CarrierError && error.code === 'CARRIER_CALL_UNKNOWN') return true
    if (error instanceof CarrierError && error.retryable) return false
    throw error
  }
}
