import type { AddressGuard } from '@parley/net-guard'
import { z } from 'zod'
import type { CarrierStatus } from './call-status.ts'
import type { CarrierCode } from './carrier-error.ts'

export const carrierKind = z.enum(['twilio', 'vonage', 'exotel', 'sip'])
/** `sip`: any SIP trunk, through LiveKit SIP. */
export type CarrierKind = z.output<typeof carrierKind>

/** Where a call's sound is: on a socket the carrier opens to `/media/<kind>/<token>`, or in a LiveKit room the carrier's leg joins. */
export const mediaOf = (kind: CarrierKind): 'socket' | 'room' => (kind === 'sip' ? 'room' : 'socket')

/** What a form asks for; `hint` is the key of a sentence. `list`: one entry a line. `text` with `isLong`: several lines (a PEM key). */
export type CredentialField = { name: string; kind: 'text' | 'secret' | 'list'; required: boolean; isLong?: boolean; hint: string }

export type CarrierDeps = {
  /** The guarded fetch: addresses are typed by tenants. */
  fetch: AddressGuard['fetch']
  now(): number
}

/** `apiBase` replaces the vendor's address: a region, a proxy, a simulator. */
export type CarrierConnection = { credentials: unknown; apiBase?: string }

export type DialOrder = {
  /** E.164. */
  to: string
  from: string
  /** Ours, unique for the attempt, at most 128 characters of `[A-Za-z0-9_-]`; comes back with the carrier's news. */
  reference: string
  /** Asked for instructions when somebody has answered; `replies.connect` is the answer. */
  answerUrl: string
  statusUrl: string
  /** For a carrier that wants the media socket's address before anybody answers (Exotel without a flow). */
  mediaUrl?: string
  ringSeconds: number
  maxCallSeconds: number
  detectMachine: boolean
}

export type DialResult = { outcome: 'placed'; carrierCallId: string } | { outcome: 'refused'; code: CarrierCode; retryable: boolean }

export type SoughtCall = Pick<DialOrder, 'reference' | 'to' | 'from'> & { since: Date }
/**
 * `none`: the carrier lists no such call (a request on its way may still arrive: ask again for half a minute). `unsure`: its list cannot say, because it leaves
 * out running calls or shows several between these numbers; its news, which carry the reference, will.
 */
export type FoundCall =
  | { state: 'found'; carrierCallId: string; status: CarrierStatus; by: 'reference' | 'numbers' }
  | { state: 'none' }
  | { state: 'unsure' }

export type TransferOrder = { to: string; from: string; ringSeconds: number; resumeUrl?: string }
/** `gone`: the call was over before. */
export type TransferResult = 'moved' | 'gone' | 'unsupported'

/** `over`: the carrier says so. `unconfirmed`: it was asked (or cannot be) and did not say so in time. */
export type HangUpResult = 'over' | 'unconfirmed'

export type CarrierNumber = { id: string; number: string; label?: string; answerUrl?: string }
/** `by-hand`: this step has to be made at the carrier, with this address. */
export type RouteResult = { state: 'routed' } | { state: 'by-hand'; step: 'exotel-applet' | 'exotel-flow'; url: string }

export type TestStep = { step: 'reach' | 'signIn' | 'permission' | 'numbers'; state: 'ok' | 'failed' | 'skipped'; code?: CarrierCode }

/** A request of a carrier as it came in. */
export type CarrierRequest = {
  method: string
  /** As the carrier sees it: the public address of the studio, then path and query. */
  url: string
  /** Lower-case names. */
  headers: Record<string, string | undefined>
  /** As it came, unparsed. */
  body: string
  /** Where it came from, after trusted proxies. */
  remoteAddress?: string
}

/** `code`: why a call failed, when the carrier tells. `at`: milliseconds. */
export type CarrierNews =
  | {
      type: 'status'
      carrierCallId: string
      status: CarrierStatus
      reference?: string
      answeredBy?: 'human' | 'machine' | 'fax' | 'unknown'
      code?: CallEndCode
      at?: number
    }
  | { type: 'inbound'; carrierCallId: string; from: string; to: string }
  | { type: 'answered'; carrierCallId: string; reference?: string }
  /** The socket of a call could not be opened or went away; the reply says how to go on. */
  | { type: 'mediaLost'; carrierCallId: string }

export type CallEndCode = 'CALL_DECLINED' | 'CALL_CANCELLED' | 'CALL_NUMBER_INVALID' | 'CALL_UNREACHABLE'

export type CarrierReply = { status: number; contentType: string; body: string }

/** What one connection to a carrier can do. All of it throws CarrierError; only `dial` throws DialUnknown. Nothing is tried twice in here. */
export type Carrier = {
  test(): Promise<TestStep[]>
  /** Asks once. Throws DialUnknown when nobody can know whether it dials. */
  dial(order: DialOrder): Promise<DialResult>
  find(sought: SoughtCall): Promise<FoundCall>
  /** Throws CARRIER_CALL_UNKNOWN. */
  status(carrierCallId: string): Promise<CarrierStatus>
  /** Asks, then reads the status until the call is over; a call that is already gone is over. */
  hangUp(carrierCallId: string): Promise<HangUpResult>
  /** Cold: the contact is connected with somebody else and the agent's line ends. */
  transfer(carrierCallId: string, order: TransferOrder): Promise<TransferResult>
  listNumbers(): Promise<CarrierNumber[]>
  routeNumber(number: string, order: { answerUrl: string; statusUrl: string }): Promise<RouteResult>
  /** The request is this carrier's, for this connection. Constant time; false for anything malformed. */
  verify(request: CarrierRequest): Promise<boolean>
}

/** One kind of carrier: how it is signed in to, how its requests are read, what they are answered with. */
export type CarrierType = {
  kind: CarrierKind
  defaultApiBase?: string
  fields: readonly CredentialField[]
  credentials: z.ZodType
  /** Throws ZodError on credentials that are none. */
  open(connection: CarrierConnection, deps: CarrierDeps): Carrier
  /** What a verified request says; undefined when it is nothing Parley needs. */
  read(request: CarrierRequest): CarrierNews | undefined
  replies: {
    /** Connects the media socket; when it goes away, the carrier asks at `resumeUrl`. */
    connect(order: { mediaUrl: string; resumeUrl: string }): CarrierReply
    reject(reason: 'busy' | 'rejected'): CarrierReply
    hangUp(): CarrierReply
    /** The news was taken. */
    noted(): CarrierReply
  }
}
