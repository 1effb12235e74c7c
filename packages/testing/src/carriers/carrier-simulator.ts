import type { SocketProtocolOptions } from '../caller/socket-protocols.ts'
import type { Exchange, SimulatedDial } from './exchange.ts'
import type { Contact, SimulatedCall } from './simulated-call.ts'

export type SimulatorOptions = {
  /** Of its API; a free one when absent. */
  port?: number
  /** The numbers the account has, E.164. */
  numbers?: readonly string[]
  /** Who is at a number, and how they behave. Absent: everybody answers at once, is silent, and stays a second. */
  contact?: (number: string) => Contact
  /** Hears of every dial before it is answered. */
  onDial?: (dial: SimulatedDial) => void
  /** The sound of the carrier's media sockets. */
  media?: Pick<SocketProtocolOptions, 'rate'>
}

export type CarrierSimulator = Pick<Exchange, 'dials' | 'calls' | 'call' | 'setFaults' | 'dropMedia'> & {
  /** For a connection to it. */
  apiBase: string
  credentials: Record<string, unknown>
  /** Somebody calls one of the account's numbers. Throws when it is not routed. */
  callIn(order: { from: string; to: string }): SimulatedCall
  close(): Promise<void>
}

export const defaultNumbers: readonly string[] = ['+33100000001', '+33100000002']
export const anybody = (): Contact => ({ stayMs: 1_000 })
