import { randomUUID } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'

const chatRequest = z.object({
  model: z.string(),
  stream: z.boolean().default(false),
  stream_options: z.object({ include_usage: z.boolean().optional() }).nullish(),
  messages: z.array(z.object({ role: z.string(), content: z.unknown() })),
})
export type ChatRequest = z.output<typeof chatRequest>

/** `hang`: accepted and never answered. `half`: half an answer, then the connection breaks; `halfOpen`: then nothing more. `garbage`: no chunk of the protocol. */
export type ModelFault =
  | 'unauthorized'
  | 'rateLimited'
  | 'error500'
  | 'hang'
  | 'half'
  | 'halfOpen'
  | 'garbage'
  | { slowMs: number }
  | { dropAfterMs: number }

export type OpenAiStandIn = {
  /** For `OPENAI_BASE_URL`; ends in /v1. */
  baseUrl: string
  /** Every chat request so far, in order. */
  requests: ChatRequest[]
  /** How the next requests fail; null: they do not. */
  setFault(fault: ModelFault | null): void
  close(): Promise<void>
}

const refusals: Partial<Record<string, [status: number, code: string]>> = {
  unauthorized: [401, 'invalid_api_key'],
  rateLimited: [429, 'rate_limit_exceeded'],
  error500: [500, 'server_error'],
}
const garbage = 'data: {"choices":[{"delta":\n\ndata: {"choices":7}\n\n'
const usage = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 }

function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

/** An OpenAI-compatible chat model on loopback that says what `reply` returns: whole answers and server-sent events. */
export async function openAiStandIn(reply: (request: ChatRequest) => string): Promise<OpenAiStandIn> {
  const requests: ChatRequest[] = []
  let fault: ModelFault | null = null

  const server = createServer(async (request, response) => {
    if (request.url === '/v1/models')
      return answerJson(response, 200, { object: 'list', data: [{ id: 'stand-in', object: 'model', created: 0, owned_by: 'local' }] })
    if (request.url !== '/v1/chat/completions')
      return answerJson(response, 404, { error: { message: 'Not found.', type: 'invalid_request_error' } })
    const parts: Buffer[] = []
    for await (const part of request) parts.push(Buffer.from(part))
    const parsed = chatRequest.safeParse(jsonOf(Buffer.concat(parts).toString()))
    if (!parsed.success) return answerJson(response, 400, { error: { message: parsed.error.message, type: 'invalid_request_error' } })
    requests.push(parsed.data)

    const refusal = typeof fault === 'string' ? refusals[fault] : undefined
    if (refusal) return answerJson(response, refusal[0], { error: { message: refusal[1], type: refusal[1], code: refusal[1] } })
    if (fault === 'hang') return
    if (fault !== null && typeof fault === 'object' && 'dropAfterMs' in fault) setTimeout(() => request.socket.destroy(), fault.dropAfterMs)
    if (fault !== null && typeof fault === 'object' && 'slowMs' in fault) await sleep(fault.slowMs)
    answer(response, parsed.data, reply(parsed.data), fault)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port.')

  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    requests,
    setFault: (next) => {
      fault = next
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function answer(response: ServerResponse, request: ChatRequest, text: string, fault: ModelFault | null): void {
  const about = { id: `chatcmpl-${randomUUID()}`, created: Math.floor(Date.now() / 1_000), model: request.model }
  const whole = request.stream ? events(about, request, text) : JSON.stringify(completion(about, text))
  response.writeHead(200, { 'content-type': request.stream ? 'text/event-stream; charset=utf-8' : 'application/json' })
  const half = whole.slice(0, whole.length >> 1)
  if (fault === 'half') response.write(half, () => response.destroy())
  else if (fault === 'halfOpen') response.write(half)
  else response.end(fault === 'garbage' ? garbage : whole)
}

const completion = (about: object, content: string) => ({
  ...about,
  object: 'chat.completion',
  choices: [{ index: 0, message: { role: 'assistant', content, refusal: null }, finish_reason: 'stop', logprobs: null }],
  usage,
})

function events(about: object, request: ChatRequest, text: string): string {
  const chunk = (choices: object[], more: object = {}) =>
    `data: ${JSON.stringify({ ...about, object: 'chat.completion.chunk', choices, ...more })}\n\n`
  const delta = (value: object, finish: string | null = null) => chunk([{ index: 0, delta: value, finish_reason: finish }])
  const words = (text.match(/\S+\s*/g) ?? []).map((content) => delta({ content }))
  const counted = request.stream_options?.include_usage ? chunk([], { usage }) : ''
  return [delta({ role: 'assistant', content: '' }), ...words, delta({}, 'stop'), counted, 'data: [DONE]\n\n'].join('')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
