import { randomBytes } from 'node:crypto'
import { anybody, type CarrierSimulator, defaultNumbers, type SimulatorOptions } from '../carrier-simulator.ts'
import { createExchange } from '../exchange.ts'
import { isFinished, type SimulatedCall } from '../simulated-call.ts'
import { type ApiAnswer, simulatorServer } from '../simulator-server.ts'
import { exotelDialect, exotelState, exotelTime } from './exotel-dialect.ts'

const refused = (status: number): ApiAnswer => ({ status, json: { RestException: { Status: status, Message: `Error ${status}` } } })

export type ExotelSimulator = CarrierSimulator & {
  /** What somebody types into the Voicebot applet of the account's flow. */
  setApplet(url: string): void
}

/** Exotel on loopback: its API, its callbacks, its Voicebot applet, its media sockets. `withFlow`: dials and calls in go through the flow. */
export async function startExotelSimulator(options: SimulatorOptions & { withFlow?: boolean } = {}): Promise<ExotelSimulator> {
  const account = {
    accountSid: `simulated${randomBytes(3).toString('hex')}`,
    apiKey: randomBytes(8).toString('hex'),
    apiToken: randomBytes(16).toString('hex'),
  }
  const exchange = createExchange(exotelDialect, { ...options, contact: options.contact ?? anybody })
  const numbers = (options.numbers ?? defaultNumbers).map((number) => ({ sid: randomBytes(16).toString('hex'), number, voiceUrl: '' }))
  const calls = `/v1/Accounts/${account.accountSid}/Calls`
  const numbersPath = `/v2_beta/Accounts/${account.accountSid}/IncomingPhoneNumbers`
  let appletUrl: string | undefined

  const asCall = (call: SimulatedCall) => ({
    Sid: call.id,
    DateCreated: exotelTime(call.createdAt),
    AccountSid: account.accountSid,
    From: call.to,
    PhoneNumberSid: call.from,
    Status: exotelState(call.state),
    Direction: 'outbound-api',
  })

  function dial(form: URLSearchParams): ApiAnswer {
    const value = (name: string) => form.get(name) ?? ''
    const fault = exchange.nextAttempt()
    if (fault && !fault.isPlaced) return 'status' in fault ? refused(fault.status) : 'drop'
    if (!/^\+\d{7,15}$/.test(value('From')) || !numbers.some(({ number }) => number === value('CallerId'))) return refused(400)
    const target = form.has('StreamUrl') ? { mediaUrl: value('StreamUrl') } : { answerUrl: appletUrl ?? '' }
    const call = exchange.place({
      direction: 'outbound',
      to: value('From'),
      from: value('CallerId'),
      reference: form.get('CustomField') ?? undefined,
      target,
      statusUrl: form.get('StatusCallback') ?? undefined,
      detectMachine: false,
      ringMs: Number(form.get('TimeOut') ?? 60) * 1_000,
      maxMs: Number(form.get('TimeLimit') ?? 14_400) * 1_000,
    })
    if (fault) return 'status' in fault ? refused(fault.status) : 'drop'
    return { status: 200, json: { Call: asCall(call) } }
  }

  const authorization = `Basic ${Buffer.from(`${account.apiKey}:${account.apiToken}`).toString('base64')}`
  const server = await simulatorServer(({ method, path, query, headers, body }) => {
    if (headers.authorization !== authorization) return refused(401)
    if (path === `${calls}/connect.json`) return dial(new URLSearchParams(body))
    const fault = exchange.faults().api?.()
    if (fault) return refused(fault.status)
    if (path === `${calls}.json`) {
      // Running calls are not in this list.
      const listed = exchange.calls().filter((call) => isFinished(call) && call.to === (query.get('From') ?? call.to))
      return { status: 200, json: { Metadata: { Total: listed.length }, Calls: listed.map(asCall) } }
    }
    if (path === numbersPath)
      return { status: 200, json: numbers.map(({ sid, number, voiceUrl }) => ({ sid, phone_number: number, voice_url: voiceUrl })) }
    if (path.startsWith(`${numbersPath}/`) && method === 'PUT') {
      const number = numbers.find(({ sid }) => path.endsWith(sid))
      if (!number) return refused(404)
      number.voiceUrl = new URLSearchParams(body).get('VoiceUrl') ?? ''
      return { status: 200, json: { sid: number.sid, phone_number: number.number, voice_url: number.voiceUrl } }
    }
    const call = exchange.call(path.slice(calls.length + 1).replace(/\.json$/, ''))
    return call && method === 'GET' ? { status: 200, json: { Call: asCall(call) } } : refused(404)
  }, options.port)

  return {
    ...exchange,
    apiBase: server.url,
    credentials: { ...account, ...(options.withFlow ? { flowId: '1234' } : {}), webhookPassword: randomBytes(16).toString('hex') },
    setApplet(url) {
      appletUrl = url
    },
    callIn({ from, to }) {
      const number = numbers.find((each) => each.number === to)
      if (!number?.voiceUrl || appletUrl === undefined) throw new Error(`${to} is not routed.`)
      return exchange.place({ direction: 'inbound', from, to, target: { answerUrl: appletUrl }, detectMachine: false })
    },
    async close() {
      await exchange.close()
      await server.close()
    },
  }
}
