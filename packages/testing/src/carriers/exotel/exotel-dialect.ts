import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Dialect } from '../exchange.ts'
import type { CallState, SimulatedCall, WebRequest } from '../simulated-call.ts'

const stateNames: Partial<Record<CallState, string>> = { initiated: 'queued', declined: 'busy', invalid: 'failed' }
export const exotelState = (state: CallState): string => stateNames[state] ?? state
/** Exotel tells of an answer and of the end. */
const told: Partial<Record<CallState, string>> = { 'in-progress': 'answered' }
const untold: CallState[] = ['initiated', 'ringing']

export const exotelTime = (at: number): string => new Date(at + 5.5 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

/** Exotel's callbacks (no signature; a password in the address is sent as HTTP Basic) and what its Voicebot applet is told. */
export const exotelDialect: Dialect = {
  protocol: 'exotel',
  newCallId: () => randomBytes(16).toString('hex'),
  news: (call, url) => (untold.includes(call.state) ? undefined : callback(call, url)),
  machine: () => undefined,
  question: (call, url) => {
    const asked = new URL(url)
    asked.searchParams.set('CallSid', call.id)
    asked.searchParams.set('CallFrom', call.direction === 'inbound' ? call.from : call.to)
    asked.searchParams.set('CallTo', call.direction === 'inbound' ? call.to : call.from)
    asked.searchParams.set('Direction', call.direction === 'inbound' ? 'incoming' : 'outbound-dial')
    if (call.reference !== undefined) asked.searchParams.set('CustomField', call.reference)
    return { url: asked.toString(), method: 'GET', headers: {} }
  },
  lost: () => undefined,
  instruction: (text) => {
    const { url } = z.object({ url: z.string().optional() }).parse(JSON.parse(text))
    return url === undefined ? { type: 'hangUp' } : { type: 'connect', mediaUrl: url }
  },
}

function callback(call: SimulatedCall, url: string): WebRequest {
  const body = JSON.stringify({
    CallSid: call.id,
    EventType: told[call.state] ?? 'terminal',
    Status: exotelState(call.state),
    DateCreated: exotelTime(call.createdAt),
    DateUpdated: exotelTime(Date.now()),
    From: call.to,
    To: call.from,
    Direction: 'outbound-api',
    CustomField: call.reference ?? '',
  })
  return { url, method: 'POST', headers: { 'content-type': 'application/json' }, body }
}
