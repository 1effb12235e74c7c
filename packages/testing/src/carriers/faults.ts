import type { CallState } from './simulated-call.ts'

/** What goes wrong with an attempt to dial. `…Placed`: the telephone rings all the same. */
export type DialFault = { status: number; isPlaced?: boolean } | { lost: true; isPlaced: boolean }

export type CarrierFaults = {
  /** Of the n-th attempt to dial, from 0. */
  dial?: (attempt: number) => DialFault | undefined
  /** Of every other request of the API. */
  api?: () => { status: number } | undefined
  /** Of a webhook. */
  webhook?: (news: { callId: string; state: CallState | 'answer' | 'machine' }) => 'drop' | 'twice' | { lateMs: number } | undefined
  /** Open media sockets say nothing any more. */
  isHalfOpen?: () => boolean
}
