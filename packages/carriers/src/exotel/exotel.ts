import { z } from 'zod'
import { accepted, ask, basic, codeOfStatus, inShape, type Question } from '../ask.ts'
import type { Carrier, CarrierConnection, CarrierDeps, CarrierType, FoundCall, SoughtCall } from '../carrier.ts'
import { CarrierError } from '../carrier-error.ts'
import { untilOver } from '../hang-up.ts'
import { placed } from '../place.ts'
import { stepsOf } from '../test-steps.ts'
import { exotelCredentials, exotelFields } from './exotel-credentials.ts'
import { isFromExotel, withPassword } from './exotel-origin.ts'
import { exotelReplies } from './exotel-replies.ts'
import { exotelStatus, exotelTime, readExotel } from './read-exotel.ts'

const call = z.object({ Sid: z.string().min(1), Status: z.string(), DateCreated: z.string().nullish() })
const oneCall = z.object({ Call: call })
const created = z.object({ Call: z.object({ Sid: z.string().min(1) }) }).transform(({ Call }) => Call.Sid)
const list = z.object({ Calls: z.array(z.union([call, oneCall.transform(({ Call }) => Call)])) })
const number = z.object({ sid: z.string(), phone_number: z.string(), friendly_name: z.string().nullish() })
const numbers = z.union([
  z.array(number),
  z.object({ incoming_phone_numbers: z.array(number) }).transform((each) => each.incoming_phone_numbers),
])

const longestCallSeconds = 14_400
const clockToleranceMs = 5_000
const errorOf = (status: number) => ({ code: status === 400 ? ('CARRIER_REFUSED' as const) : codeOfStatus(status) })

/**
 * Exotel's calls (https://developer.exotel.com/docs/agentstream/developer-guide). Its published API neither ends nor moves a running call: closing
 * the media socket ends it, `TimeLimit` at the latest, and moving one is an applet of the flow.
 */
export const exotel: CarrierType = {
  kind: 'exotel',
  defaultApiBase: 'https://api.exotel.com',
  fields: exotelFields,
  credentials: exotelCredentials,
  open: openExotel,
  read: readExotel,
  replies: exotelReplies,
}

function openExotel(connection: CarrierConnection, { fetch }: CarrierDeps): Carrier {
  const credentials = exotelCredentials.parse(connection.credentials)
  const { accountSid, apiKey, apiToken, flowId } = credentials
  const base = connection.apiBase ?? 'https://api.exotel.com'
  const send = (path: string, question: Partial<Question> = {}) =>
    ask(fetch, { ...question, url: base + path, authorization: basic(apiKey, apiToken) })
  const take = async (path: string, question?: Partial<Question>) => accepted(await send(path, question), errorOf)
  const calls = `/v1/Accounts/${accountSid}/Calls`
  const numbersPath = `/v2_beta/Accounts/${accountSid}/IncomingPhoneNumbers`
  const flowUrl = `http://my.exotel.com/${accountSid}/exoml/start_voice/${flowId}`

  /** Where an answered call goes: our flow there, or straight to the media socket. */
  function targetOf(mediaUrl: string | undefined): Record<string, string> | undefined {
    if (flowId !== undefined) return { Url: flowUrl }
    return mediaUrl === undefined ? undefined : { StreamUrl: mediaUrl, StreamType: 'bidirectional' }
  }

  async function status(id: string) {
    const { Call } = inShape(oneCall, await take(`${calls}/${encodeURIComponent(id)}.json`))
    const known = exotelStatus(Call.Status)
    if (!known) throw new CarrierError('CARRIER_FAILED', { vendorCode: Call.Status })
    return known.status
  }

  const listNumbers = async () =>
    inShape(numbers, await take(numbersPath)).map((each) => ({
      id: each.sid,
      number: each.phone_number,
      label: each.friendly_name ?? undefined,
    }))

  /** The list has finished calls only and not our reference: nothing found is no proof that nothing rings. */
  async function find({ to, from, since }: SoughtCall): Promise<FoundCall> {
    const query = new URLSearchParams({ From: to, PhoneNumber: from, SortBy: 'DateCreated:desc', PageSize: '50' })
    const { Calls } = inShape(list, await take(`${calls}.json?${query}`))
    const young = Calls.filter(({ DateCreated }) => (exotelTime(DateCreated) ?? 0) >= since.getTime() - clockToleranceMs)
    const [found] = young
    const known = found && exotelStatus(found.Status)
    if (!found || !known || young.length > 1) return { state: 'unsure' }
    return { state: 'found', carrierCallId: found.Sid, status: known.status, by: 'numbers' }
  }

  return {
    status,
    listNumbers,
    find,
    test: () => stepsOf({ signIn: () => take(`${calls}.json?PageSize=1`), numbers: listNumbers }),
    async dial(order) {
      const target = targetOf(order.mediaUrl)
      if (!target) return { outcome: 'refused', code: 'CARRIER_REFUSED', retryable: false }
      const answer = await send(`${calls}/connect.json`, {
        method: 'POST',
        form: {
          From: order.to,
          CallerId: order.from,
          ...target,
          TimeOut: String(order.ringSeconds),
          TimeLimit: String(Math.min(order.maxCallSeconds, longestCallSeconds)),
          CustomField: order.reference,
          StatusCallback: withPassword(order.statusUrl, credentials),
          'StatusCallbackEvents[0]': 'terminal',
          'StatusCallbackEvents[1]': 'answered',
          StatusCallbackContentType: 'application/json',
        },
      })
      return placed(answer, created, errorOf)
    },
    hangUp: (id) => untilOver(() => status(id)),
    transfer: async () => 'unsupported',
    async routeNumber(wanted, { answerUrl }) {
      const url = withPassword(answerUrl, credentials)
      if (flowId === undefined) return { state: 'by-hand', step: 'exotel-flow', url }
      const id = (await listNumbers()).find((each) => each.number === wanted)?.id
      if (id === undefined) throw new CarrierError('CARRIER_NUMBER_UNKNOWN')
      await take(`${numbersPath}/${encodeURIComponent(id)}`, { method: 'PUT', form: { VoiceUrl: flowUrl } })
      return { state: 'by-hand', step: 'exotel-applet', url }
    },
    verify: async (request) => isFromExotel(request, credentials),
  }
}
