import type { Handset } from '../caller/handset.ts'

/** How somebody who is called behaves. Everything in milliseconds. */
export type Contact = {
  /** Until they answer, or until it is known that they do not. */
  ringMs?: number
  /** They never answer. `invalid`: there is no such number. */
  refuses?: 'busy' | 'no-answer' | 'declined' | 'failed' | 'invalid'
  /** What the carrier's detection says, when it is asked to detect. */
  answeredBy?: 'human' | 'machine'
  /** They hang up so long after answering; absent: they stay until the other side hangs up. */
  stayMs?: number
  /** Speaks on the line; they hang up when it is done. Absent: the media socket is not opened, and the call costs next to nothing. */
  talk?: (handset: Handset, ended: Promise<void>) => Promise<void>
  /** Their line carries no sound at all, which costs less than silence. */
  isMute?: boolean
}

export type CallState =
  | 'initiated'
  | 'ringing'
  | 'in-progress'
  | 'completed'
  | 'busy'
  | 'no-answer'
  | 'declined'
  | 'failed'
  | 'invalid'
  | 'canceled'

export type SimulatedCall = {
  id: string
  direction: 'outbound' | 'inbound'
  to: string
  from: string
  reference?: string
  state: CallState
  createdAt: number
  answeredAt?: number
  endedAt?: number
  endedBy?: 'contact' | 'agent' | 'carrier'
  /** Whom the contact was connected with. */
  movedTo?: string
  /** The socket is open. */
  onMedia: boolean
  /** What the worker sent that this carrier would not have taken. */
  violations: string[]
}

export const isFinished = ({ state }: SimulatedCall): boolean => !['initiated', 'ringing', 'in-progress'].includes(state)

export type CallOrder = Pick<SimulatedCall, 'direction' | 'to' | 'from' | 'reference'> & {
  /** Asked what to do with the answered call; or the media socket at once. */
  target: { answerUrl: string } | { mediaUrl: string }
  statusUrl?: string
  /** Of which states it is told; absent: of all the carrier tells of. */
  statusOf?: readonly CallState[]
  detectMachine: boolean
  ringMs?: number
  maxMs?: number
}

/** What the studio tells a carrier to do with a call. */
export type Instruction =
  | { type: 'connect'; mediaUrl: string; resumeUrl?: string }
  | { type: 'dial'; to: string }
  | { type: 'hangUp'; reason?: 'busy' | 'declined' }
  | { type: 'none' }

export type WebRequest = { url: string; method: string; headers: Record<string, string>; body?: string }
