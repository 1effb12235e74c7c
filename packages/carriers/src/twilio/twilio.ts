import { z } from 'zod'
import { type Answer, accepted, ask, basic, inShape, type Question } from '../ask.ts'
import type { Carrier, CarrierConnection, CarrierDeps, CarrierType, FoundCall } from '../carrier.ts'
import { CarrierError } from '../carrier-error.ts'
import { untilOver } from '../hang-up.ts'
import { placed } from '../place.ts'
import { stepsOf } from '../test-steps.ts'
import { withReference } from '../with-reference.ts'
import { readTwilio } from './read-twilio.ts'
import { twilioCredentials, twilioFields } from './twilio-credentials.ts'
import { twilioError } from './twilio-errors.ts'
import { dialVerb, twilioReplies, twiml } from './twilio-replies.ts'
import { isSignedByTwilio } from './twilio-signature.ts'
import { twilioStatus } from './twilio-status.ts'

const account = z.object({ status: z.string() })
const call = z.object({ sid: z.string(), status: z.string(), to: z.string(), from: z.string(), date_created: z.string().nullish() })
const calls = z.object({ calls: z.array(call) })
const created = z.object({ sid: z.string().min(1) }).transform(({ sid }) => sid)
const numbers = z.object({
  incoming_phone_numbers: z.array(
    z.object({ sid: z.string(), phone_number: z.string(), friendly_name: z.string().nullish(), voice_url: z.string().nullish() }),
  ),
})

/** Twilio's clock and ours may differ by this much, and it tells whole seconds. */
const clockToleranceMs = 5_000

/** Programmable Voice over its REST API of 2010-04-01 (https://www.twilio.com/docs/voice/api/call-resource). */
export const twilio: CarrierType = {
  kind: 'twilio',
  defaultApiBase: 'https://api.twilio.com',
  fields: twilioFields,
  credentials: twilioCredentials,
  open: openTwilio,
  read: readTwilio,
  replies: twilioReplies,
}

function openTwilio(connection: CarrierConnection, { fetch }: CarrierDeps): Carrier {
  const { accountSid, authToken } = twilioCredentials.parse(connection.credentials)
  const base = `${connection.apiBase ?? twilio.defaultApiBase}/2010-04-01/Accounts/${accountSid}`
  const send = (path: string, question: Partial<Question> = {}) =>
    ask(fetch, { ...question, url: base + path, authorization: basic(accountSid, authToken) })
  const take = async (path: string, question?: Partial<Question>) => accepted(await send(path, question), twilioError)
  const callPath = (id: string) => `/Calls/${encodeURIComponent(id)}.json`

  async function status(id: string) {
    const { status: name } = inShape(call, await take(callPath(id)))
    const known = twilioStatus(name)
    if (!known) throw new CarrierError('CARRIER_FAILED', { vendorCode: name })
    return known.status
  }

  async function listNumbers() {
    const { incoming_phone_numbers: list } = inShape(numbers, await take('/IncomingPhoneNumbers.json?PageSize=1000'))
    return list.map((each) => ({
      id: each.sid,
      number: each.phone_number,
      label: each.friendly_name ?? undefined,
      answerUrl: each.voice_url || undefined,
    }))
  }

  /** Twilio keeps no reference of ours and lists what has not begun without a start time: to, from and the day of its creation are all there is. */
  async function find({ to, from, since }: Parameters<Carrier['find']>[0]): Promise<FoundCall> {
    const query = new URLSearchParams({ To: to, From: from, PageSize: '50' })
    const { calls: list } = inShape(calls, await take(`/Calls.json?${query}`))
    const young = list.filter(({ date_created }) => Date.parse(date_created ?? '') >= since.getTime() - clockToleranceMs)
    const [found] = young
    if (!found) return { state: 'none' }
    const known = twilioStatus(found.status)
    if (young.length > 1 || !known) return { state: 'unsure' }
    return { state: 'found', carrierCallId: found.sid, status: known.status, by: 'numbers' }
  }

  return {
    status,
    listNumbers,
    find,
    test: () =>
      stepsOf({
        signIn: async () => {
          const { status: state } = inShape(account, await take('.json'))
          if (state !== 'active') throw new CarrierError('CARRIER_ACCOUNT_SUSPENDED', { vendorCode: state })
        },
        numbers: listNumbers,
      }),
    async dial(order) {
      const statusUrl = withReference(order.statusUrl, order.reference)
      const answer = await send('/Calls.json', {
        method: 'POST',
        form: {
          To: order.to,
          From: order.from,
          Url: withReference(order.answerUrl, order.reference),
          Method: 'POST',
          StatusCallback: statusUrl,
          StatusCallbackMethod: 'POST',
          // That it is begun the answer says, that it is answered the question what to do.
          StatusCallbackEvent: ['ringing', 'completed'],
          Timeout: String(order.ringSeconds),
          TimeLimit: String(order.maxCallSeconds),
          ...(order.detectMachine ? { MachineDetection: 'Enable', AsyncAmd: 'true', AsyncAmdStatusCallback: statusUrl } : {}),
        },
      })
      return placed(answer, created, twilioError)
    },
    async hangUp(id) {
      const answer = await send(callPath(id), { method: 'POST', form: { Status: 'completed' } })
      if (!saysOver(answer)) accepted(answer, twilioError)
      return untilOver(() => status(id))
    },
    async transfer(id, order) {
      const answer = await send(callPath(id), { method: 'POST', form: { Twiml: twiml(dialVerb(order)) } })
      if (saysOver(answer)) return 'gone'
      accepted(answer, twilioError)
      return 'moved'
    },
    async routeNumber(number, { answerUrl, statusUrl }) {
      const id = (await listNumbers()).find((each) => each.number === number)?.id
      if (id === undefined) throw new CarrierError('CARRIER_NUMBER_UNKNOWN')
      const form = { VoiceUrl: answerUrl, VoiceMethod: 'POST', StatusCallback: statusUrl, StatusCallbackMethod: 'POST' }
      await take(`/IncomingPhoneNumbers/${encodeURIComponent(id)}.json`, { method: 'POST', form })
      return { state: 'routed' }
    },
    verify: async (request) => isSignedByTwilio(request, authToken),
  }
}

/** 20404: the call is gone; 21220: it is over. */
const saysOver = (answer: Answer) =>
  answer.kind === 'answered' && ['20404', '21220'].includes(twilioError(answer.status, answer.body).vendorCode ?? '')
