import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

export type WritingModel = {
  /** For `OPENAI_BASE_URL`; ends in /v1. */
  baseUrl: string
  /** `performance.now()` when the first token of the last answer's `marker` was written. */
  markedAt(): number
  close(): Promise<void>
}

/**
 * An OpenAI-compatible chat model on loopback that writes as a real one does: a pause, then token after token. `marker` is a token whose
 * instant is wanted.
 */
export async function writingModel(
  reply: () => { tokens: readonly string[]; marker: number },
  { firstTokenMs, tokenMs }: { firstTokenMs: number; tokenMs: number },
): Promise<WritingModel> {
  let markedAt = Number.NaN
  const server = createServer(async (request, response) => {
    request.resume()
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const write = (delta: object, finish: string | null = null) => {
      const chunk = {
        id: 'chatcmpl-1',
        object: 'chat.completion.chunk',
        created: 1,
        model: 'writing',
        choices: [{ index: 0, delta, finish_reason: finish }],
      }
      response.write(`data: ${JSON.stringify(chunk)}\n\n`)
    }
    const { tokens, marker } = reply()
    await sleep(firstTokenMs)
    for (const [at, content] of tokens.entries()) {
      if (response.destroyed) return
      if (at === marker) markedAt = performance.now()
      write({ content })
      await sleep(tokenMs)
    }
    write({}, 'stop')
    response.end('data: [DONE]\n\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The model has no port.')
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    markedAt: () => markedAt,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
