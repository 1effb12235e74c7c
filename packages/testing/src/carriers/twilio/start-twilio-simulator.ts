import { randomBytes } from 'node:crypto'
import { anybody, type CarrierSimulator, defaultNumbers, type SimulatorOptions } from '../carrier-simulator.ts'
import { createExchange } from '../exchange.ts'
import { isFinished, type SimulatedCall } from '../simulated-call.ts'
import { type ApiAnswer, type ApiRequest, simulatorServer } from '../simulator-server.ts'
import { twilioDialect, twilioState, twimlInstruction } from './twilio-dialect.ts'

type Route = { id: string; number: string; voiceUrl?: string; statusUrl?: string }

type Account = { accountSid: string; authToken: string }
/** `credentials`: of an account that was here before. */
type TwilioSimulatorOptions = SimulatorOptions & { credentials?: Account }
type TwilioSimulator = CarrierSimulator & { credentials: Account }

/** Twilio on loopback: its REST API, its signed webhooks, its media streams. */
export async function startTwilioSimulator(options: TwilioSimulatorOptions = {}): Promise<TwilioSimulator> {
  const account = options.credentials ?? { accountSid: `AC${randomBytes(16).toString('hex')}`, authToken: randomBytes(16).toString('hex') }
  const exchange = createExchange(twilioDialect(account), { ...options, contact: options.contact ?? anybody })
  const routes: Route[] = (options.numbers ?? defaultNumbers).map((number) => ({ number, id: `PN${randomBytes(16).toString('hex')}` }))
  const root = `/2010-04-01/Accounts/${account.accountSid}`

  const refused = (status: number, code: number): ApiAnswer => ({ status, json: { code, message: `Error ${code}`, status } })
  const asCall = (call: SimulatedCall) => ({
    sid: call.id,
    account_sid: account.accountSid,
    to: call.to,
    from: call.from,
    status: twilioState(call.state),
    direction: call.direction === 'outbound' ? 'outbound-api' : 'inbound',
    date_created: new Date(call.createdAt).toUTCString().replace('GMT', '+0000'),
    start_time: call.answeredAt ? new Date(call.answeredAt).toUTCString().replace('GMT', '+0000') : null,
  })

  function dial(form: URLSearchParams): ApiAnswer {
    const value = (name: string) => form.get(name) ?? ''
    const fault = exchange.nextAttempt()
    if (fault && !fault.isPlaced) return 'status' in fault ? refused(fault.status, fault.status === 429 ? 20429 : 20500) : 'drop'
    if (!/^\+\d{7,15}$/.test(value('To'))) return refused(400, 21211)
    if (!routes.some(({ number }) => number === value('From'))) return refused(400, 21210)
    const events = form.getAll('StatusCallbackEvent')
    const call = exchange.place({
      direction: 'outbound',
      to: value('To'),
      from: value('From'),
      reference: new URL(value('StatusCallback')).searchParams.get('reference') ?? undefined,
      target: { answerUrl: value('Url') },
      statusUrl: events.length > 0 ? value('StatusCallback') : undefined,
      statusOf: events.flatMap((event) =>
        event === 'initiated' || event === 'ringing' ? event : event === 'answered' ? 'in-progress' : [],
      ),
      detectMachine: form.has('MachineDetection'),
      ringMs: Number(form.get('Timeout') ?? 60) * 1_000,
      maxMs: Number(form.get('TimeLimit') ?? 14_400) * 1_000,
    })
    if (fault) return 'status' in fault ? refused(fault.status, 20500) : 'drop'
    return { status: 201, json: asCall(call) }
  }

  function change(call: SimulatedCall, form: URLSearchParams): ApiAnswer {
    if (isFinished(call)) return refused(400, 21220)
    if (form.get('Status') === 'completed') exchange.hangUp(call.id)
    const twiml = form.get('Twiml')
    if (twiml !== null && !exchange.instruct(call.id, twimlInstruction(twiml))) return refused(400, 21220)
    return { status: 200, json: asCall(call) }
  }

  function numbers({ method, body }: ApiRequest, id: string | undefined): ApiAnswer {
    const route = routes.find((each) => each.id === id)
    if (id !== undefined && !route) return refused(404, 20404)
    if (route && method === 'POST') {
      const form = new URLSearchParams(body)
      route.voiceUrl = form.get('VoiceUrl') ?? route.voiceUrl
      route.statusUrl = form.get('StatusCallback') ?? route.statusUrl
    }
    const list = routes.map((each) => ({
      sid: each.id,
      phone_number: each.number,
      friendly_name: each.number,
      voice_url: each.voiceUrl ?? '',
    }))
    return { status: 200, json: route ? list.find(({ sid }) => sid === id) : { incoming_phone_numbers: list } }
  }

  const authorization = `Basic ${Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64')}`
  const server = await simulatorServer((request) => {
    const { method, path, query, headers, body } = request
    if (headers.authorization !== authorization) return refused(401, 20003)
    if (method === 'POST' && path === `${root}/Calls.json`) return dial(new URLSearchParams(body))
    const fault = exchange.faults().api?.()
    if (fault) return refused(fault.status, 20500)
    if (path === `${root}.json`) return { status: 200, json: { sid: account.accountSid, status: 'active', type: 'Full' } }
    if (path === `${root}/Calls.json`) {
      const isSought = (call: SimulatedCall) => call.to === (query.get('To') ?? call.to) && call.from === (query.get('From') ?? call.from)
      return {
        status: 200,
        json: {
          calls: exchange
            .calls()
            .filter(isSought)
            .slice(0, Number(query.get('PageSize') ?? 50))
            .map(asCall),
        },
      }
    }
    const [, kind, id] = /^\/2010-04-01\/Accounts\/\w+\/(Calls|IncomingPhoneNumbers)(?:\/(\w+))?\.json$/.exec(path) ?? []
    if (kind === 'IncomingPhoneNumbers') return numbers(request, id)
    const call = id === undefined ? undefined : exchange.call(id)
    if (!call) return refused(404, 20404)
    return method === 'POST' ? change(call, new URLSearchParams(body)) : { status: 200, json: asCall(call) }
  }, options.port)

  return {
    ...exchange,
    apiBase: server.url,
    credentials: account,
    callIn({ from, to }) {
      const route = routes.find(({ number }) => number === to)
      if (route?.voiceUrl === undefined) throw new Error(`${to} is not routed.`)
      const { voiceUrl: answerUrl, statusUrl } = route
      return exchange.place({ direction: 'inbound', from, to, target: { answerUrl }, statusUrl, detectMachine: false })
    },
    async close() {
      await exchange.close()
      await server.close()
    },
  }
}
