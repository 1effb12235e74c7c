import { generateKeyPairSync, randomBytes, randomUUID, verify } from 'node:crypto'
import { z } from 'zod'
import { anybody, type CarrierSimulator, defaultNumbers, type SimulatorOptions } from '../carrier-simulator.ts'
import { createExchange } from '../exchange.ts'
import { isFinished, type SimulatedCall } from '../simulated-call.ts'
import { type ApiAnswer, type ApiRequest, simulatorServer } from '../simulator-server.ts'
import { nccoInstruction, nccoShape, vonageDialect, vonageState } from './vonage-dialect.ts'

const phone = z.object({ type: z.literal('phone'), number: z.string() })
const claimsShape = z.object({ exp: z.number(), application_id: z.string() })
const orderShape = z.object({
  to: z.tuple([phone]),
  from: phone,
  answer_url: z.tuple([z.url()]),
  event_url: z.tuple([z.url()]),
  ringing_timer: z.number().min(1).max(120).default(60),
  length_timer: z.number().min(1).max(7_200).default(7_200),
  advanced_machine_detection: z.object({ behavior: z.string(), mode: z.string() }).optional(),
})
const changeShape = z.union([
  z.object({ action: z.literal('hangup') }),
  z.object({ action: z.literal('transfer'), destination: z.object({ type: z.literal('ncco'), ncco: nccoShape }) }),
])
const applicationShape = z.object({
  name: z.string(),
  capabilities: z.object({
    voice: z.object({ webhooks: z.record(z.string(), z.object({ address: z.string(), http_method: z.string() })) }),
  }),
})

const problem = (status: number, title: string, parameter?: string): ApiAnswer => ({
  status,
  json: {
    type: 'https://developer.vonage.com/api-errors',
    title,
    ...(parameter ? { invalid_parameters: [{ name: parameter, reason: title }] } : {}),
  },
})

/** Vonage on loopback: its Voice, Numbers and Applications API, its signed webhooks, its media sockets. */
export async function startVonageSimulator(options: SimulatorOptions = {}): Promise<CarrierSimulator> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2_048 })
  const account = {
    applicationId: randomUUID(),
    apiKey: randomBytes(4).toString('hex'),
    apiSecret: randomBytes(12).toString('hex'),
    signatureSecret: randomBytes(24).toString('hex'),
  }
  const exchange = createExchange(vonageDialect(account), { ...options, contact: options.contact ?? anybody })
  const numbers = options.numbers ?? defaultNumbers
  const linked = new Set<string>()
  let application: z.output<typeof applicationShape> = { name: 'Simulated', capabilities: { voice: { webhooks: {} } } }

  const isApplication = (header = '') => {
    const [head, body, signature] = header.replace(/^Bearer /, '').split('.')
    if (!head || !body || !signature) return false
    const claims = claimsShape.parse(JSON.parse(Buffer.from(body, 'base64url').toString()))
    const isFresh = claims.exp > Date.now() / 1_000 && claims.application_id === account.applicationId
    return isFresh && verify('RSA-SHA256', Buffer.from(`${head}.${body}`), keys.publicKey, Buffer.from(signature, 'base64url'))
  }
  const isAccount = (header?: string) => header === `Basic ${Buffer.from(`${account.apiKey}:${account.apiSecret}`).toString('base64')}`
  const asCall = (call: SimulatedCall) => ({
    uuid: call.id,
    status: vonageState(call.state),
    direction: call.direction,
    to: { type: 'phone', number: call.to.replace('+', '') },
    from: { type: 'phone', number: call.from.replace('+', '') },
    start_time: call.answeredAt ? new Date(call.answeredAt).toISOString() : null,
  })

  function dial(body: string): ApiAnswer {
    const order = orderShape.parse(JSON.parse(body))
    const fault = exchange.nextAttempt()
    if (fault && !fault.isPlaced) return 'status' in fault ? problem(fault.status, 'Refused') : 'drop'
    const [{ number: to }] = order.to
    const from = order.from.number
    if (!/^\d{7,15}$/.test(to)) return problem(400, 'Bad Request', 'to')
    if (!numbers.includes(`+${from}`)) return problem(400, 'Bad Request', 'from')
    const call = exchange.place({
      direction: 'outbound',
      to: `+${to}`,
      from: `+${from}`,
      reference: new URL(order.event_url[0]).searchParams.get('reference') ?? undefined,
      target: { answerUrl: order.answer_url[0] },
      statusUrl: order.event_url[0],
      detectMachine: order.advanced_machine_detection !== undefined,
      ringMs: order.ringing_timer * 1_000,
      maxMs: order.length_timer * 1_000,
    })
    if (fault) return 'status' in fault ? problem(fault.status, 'Failed') : 'drop'
    return { status: 201, json: { uuid: call.id, status: 'started', direction: 'outbound', conversation_uuid: `CON-${call.id}` } }
  }

  function change(call: SimulatedCall, body: string): ApiAnswer {
    const order = changeShape.parse(JSON.parse(body))
    if (isFinished(call)) return problem(400, 'The call is not in progress')
    const isDone =
      order.action === 'hangup' ? exchange.hangUp(call.id) : exchange.instruct(call.id, nccoInstruction(order.destination.ncco))
    return isDone ? { status: 204 } : problem(400, 'The call is not in progress')
  }

  function ofAccount({ method, path, body }: ApiRequest): ApiAnswer {
    if (path === '/account/numbers') return { status: 200, json: { count: numbers.length, numbers: numbers.map(asNumber) } }
    if (path === '/number/update') {
      linked.add(`+${new URLSearchParams(body).get('msisdn')}`)
      return { status: 200, json: { 'error-code': '200' } }
    }
    if (path !== `/v2/applications/${account.applicationId}`) return problem(404, 'Not Found')
    if (method === 'PUT') application = applicationShape.parse(JSON.parse(body))
    return { status: 200, json: { id: account.applicationId, ...application } }
  }
  const asNumber = (number: string) => ({ country: 'FR', msisdn: number.replace('+', ''), type: 'landline', features: ['VOICE'] })

  const server = await simulatorServer((request) => {
    const { method, path, query, headers, body } = request
    if (!path.startsWith('/v1/calls')) return isAccount(headers.authorization) ? ofAccount(request) : problem(401, 'Unauthorized')
    if (!isApplication(headers.authorization)) return problem(401, 'Unauthorized')
    if (method === 'POST') return dial(body)
    const fault = exchange.faults().api?.()
    if (fault) return problem(fault.status, 'Failed')
    if (path === '/v1/calls') {
      const size = Number(query.get('page_size') ?? 10)
      const from = Number(query.get('record_index') ?? 0)
      const all = exchange.calls()
      return { status: 200, json: { count: all.length, page_size: size, _embedded: { calls: all.slice(from, from + size).map(asCall) } } }
    }
    const call = exchange.call(path.slice('/v1/calls/'.length))
    if (!call) return problem(404, 'Not Found')
    return method === 'PUT' ? change(call, body) : { status: 200, json: asCall(call) }
  }, options.port)

  return {
    ...exchange,
    apiBase: server.url,
    credentials: { ...account, privateKey: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }) },
    callIn({ from, to }) {
      const { answer_url, event_url } = application.capabilities.voice.webhooks
      if (!linked.has(to) || answer_url?.address === undefined) throw new Error(`${to} is not routed.`)
      const target = { answerUrl: answer_url.address }
      return exchange.place({ direction: 'inbound', from, to, target, statusUrl: event_url?.address, detectMachine: false })
    },
    async close() {
      await exchange.close()
      await server.close()
    },
  }
}
