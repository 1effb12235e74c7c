import { createHash, createHmac, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Dialect } from '../exchange.ts'
import type { CallState, Instruction, SimulatedCall, WebRequest } from '../simulated-call.ts'

const stateNames: Partial<Record<CallState, string>> = {
  initiated: 'started',
  'in-progress': 'answered',
  'no-answer': 'unanswered',
  declined: 'rejected',
  invalid: 'failed',
  canceled: 'cancelled',
}
export const vonageState = (state: CallState): string => stateNames[state] ?? state
const details: Partial<Record<CallState, string>> = { invalid: 'invalid_number', declined: 'declined' }

/** Vonage's webhooks, each with a signed token over its body, and the call control objects it does. */
export function vonageDialect(account: { apiKey: string; applicationId: string; signatureSecret: string }): Dialect {
  const conversations = new Map<string, string>()
  const conversationOf = ({ id }: SimulatedCall) => {
    const known = conversations.get(id) ?? `CON-${randomUUID()}`
    conversations.set(id, known)
    return known
  }
  function signed(url: string, fields: Record<string, string>): WebRequest {
    const body = JSON.stringify(fields)
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const head = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({
      iat: Math.floor(Date.now() / 1_000),
      jti: randomUUID(),
      iss: 'Vonage',
      payload_hash: createHash('sha256').update(body).digest('hex'),
      api_key: account.apiKey,
      application_id: account.applicationId,
    })}`
    const token = `${head}.${createHmac('sha256', account.signatureSecret).update(head).digest('base64url')}`
    return { url, method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body }
  }
  const common = (call: SimulatedCall) => ({
    from: call.from.replace('+', ''),
    to: call.to.replace('+', ''),
    conversation_uuid: conversationOf(call),
    timestamp: new Date().toISOString(),
  })
  return {
    protocol: 'vonage',
    newCallId: () => randomUUID(),
    news: (call, url) =>
      signed(url, {
        ...common(call),
        uuid: call.id,
        status: vonageState(call.state),
        direction: call.direction,
        ...(details[call.state] ? { detail: details[call.state] ?? '' } : {}),
      }),
    machine: (call, url, answeredBy) => signed(url, { ...common(call), call_uuid: call.id, status: answeredBy }),
    question: (call, url) => signed(url, { ...common(call), uuid: call.id }),
    // The socket is a leg of its own in the conversation.
    lost: (call, url) => signed(url, { ...common(call), to: 'wss://media', uuid: randomUUID(), status: 'disconnected' }),
    instruction: (text) => nccoInstruction(nccoShape.parse(text === '' ? [] : JSON.parse(text))),
  }
}

export const nccoShape = z.array(
  z.object({
    action: z.string(),
    endpoint: z.array(z.object({ type: z.string(), uri: z.string().optional(), number: z.string().optional() })).optional(),
    eventUrl: z.array(z.string()).optional(),
    eventType: z.string().optional(),
  }),
)

/** The first action that decides where the call goes. */
export function nccoInstruction(actions: z.output<typeof nccoShape>): Instruction {
  const connect = actions.find(({ action }) => action === 'connect')
  const [endpoint] = connect?.endpoint ?? []
  if (endpoint?.type === 'phone') return { type: 'dial', to: `+${endpoint.number}` }
  if (endpoint?.type !== 'websocket' || endpoint.uri === undefined) return { type: 'hangUp' }
  return { type: 'connect', mediaUrl: endpoint.uri, resumeUrl: connect?.eventType === 'synchronous' ? connect.eventUrl?.[0] : undefined }
}
