import { z } from 'zod'
import { type Answer, accepted, ask, inShape, type Question } from '../ask.ts'
import { isOver } from '../call-status.ts'
import type { Carrier, CarrierConnection, CarrierDeps, CarrierType } from '../carrier.ts'
import { CarrierError } from '../carrier-error.ts'
import { untilOver } from '../hang-up.ts'
import { placed } from '../place.ts'
import { stepsOf } from '../test-steps.ts'
import { withReference } from '../with-reference.ts'
import { findVonageCall } from './find-vonage-call.ts'
import { readVonage } from './read-vonage.ts'
import { vonageCredentials, vonageFields } from './vonage-credentials.ts'
import { vonageError } from './vonage-errors.ts'
import { isSignedByVonage, vonageToken } from './vonage-jwt.ts'
import { toVonage } from './vonage-number.ts'
import { vonageNumbers } from './vonage-numbers.ts'
import { connectPhone, vonageReplies } from './vonage-replies.ts'
import { vonageStatus } from './vonage-status.ts'

const call = z.object({ status: z.string() })
const created = z.object({ uuid: z.string().min(1) }).transform(({ uuid }) => uuid)
/** What the API allows. */
const longest = { ringSeconds: 120, callSeconds: 7_200 }

/** Vonage's Voice API v1 (https://developer.vonage.com/en/api/voice). */
export const vonage: CarrierType = {
  kind: 'vonage',
  defaultApiBase: 'https://api.nexmo.com',
  fields: vonageFields,
  credentials: vonageCredentials,
  open: openVonage,
  read: readVonage,
  replies: vonageReplies,
}

function openVonage(connection: CarrierConnection, { fetch, now }: CarrierDeps): Carrier {
  const credentials = vonageCredentials.parse(connection.credentials)
  const base = connection.apiBase ?? 'https://api.nexmo.com'
  const numbers = vonageNumbers(credentials, base, { fetch })
  const send = (path: string, question: Partial<Question> = {}) =>
    ask(fetch, { ...question, url: base + path, authorization: `Bearer ${vonageToken(credentials, now())}` })
  const take = async (path: string, question?: Partial<Question>) => accepted(await send(path, question), vonageError)
  const callPath = (id: string) => `/v1/calls/${encodeURIComponent(id)}`
  const change = (id: string, json: object) => send(callPath(id), { method: 'PUT', json })

  async function status(id: string) {
    const { status: name } = inShape(call, await take(callPath(id)))
    const known = vonageStatus(name)
    if (!known) throw new CarrierError('CARRIER_FAILED', { vendorCode: name })
    return known.status
  }

  return {
    status,
    listNumbers: numbers.list,
    find: (sought) => findVonageCall(take, sought),
    test: () =>
      stepsOf({
        // The application with the account's key, then its calls with its own.
        signIn: async () => {
          await numbers.readApplication()
          await take('/v1/calls?page_size=1')
        },
        numbers: numbers.list,
      }),
    async dial(order) {
      const answer = await send('/v1/calls', {
        method: 'POST',
        json: {
          to: [{ type: 'phone', number: toVonage(order.to) }],
          from: { type: 'phone', number: toVonage(order.from) },
          answer_url: [withReference(order.answerUrl, order.reference)],
          answer_method: 'POST',
          event_url: [withReference(order.statusUrl, order.reference)],
          event_method: 'POST',
          ringing_timer: Math.min(order.ringSeconds, longest.ringSeconds),
          length_timer: Math.min(order.maxCallSeconds, longest.callSeconds),
          ...(order.detectMachine ? { advanced_machine_detection: { behavior: 'continue', mode: 'default' } } : {}),
        },
      })
      return placed(answer, created, vonageError)
    },
    async hangUp(id) {
      const answer = await change(id, { action: 'hangup' })
      if (!isRefusedForState(answer)) accepted(answer, vonageError)
      return untilOver(() => status(id))
    },
    async transfer(id, order) {
      const answer = await change(id, { action: 'transfer', destination: { type: 'ncco', ncco: connectPhone(order) } })
      if (isRefusedForState(answer) && (answer.status === 404 || isOver(await status(id)))) return 'gone'
      accepted(answer, vonageError)
      return 'moved'
    },
    async routeNumber(number, order) {
      await numbers.route(number, order)
      return { state: 'routed' }
    },
    verify: async (request) => isSignedByVonage(request, credentials, now()),
  }
}

/** A call that is over cannot be changed; which of these says so is not documented. */
const isRefusedForState = (answer: Answer): answer is Extract<Answer, { kind: 'answered' }> =>
  answer.kind === 'answered' && [400, 404, 409].includes(answer.status)
