import { AddressRefusedError } from '@parley/net-guard'
import type { Response as Answer, RequestInit } from 'undici'
import { faultOfAnswer } from './supply-fault.ts'
import { SupplyError } from './voice-supply.ts'

type Send = (url: string, init: RequestInit) => Promise<Answer>

/**
 * Lets a vendor's SDK make its requests through `send`, all of them within `timeoutMs`. SDKs tell little of why a request failed, so that is noted
 * here, from what came back. Throws SupplyError.
 */
export async function throughLine<T>(send: Send, timeoutMs: number, use: (line: typeof fetch) => Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(timeoutMs)
  let fault: SupplyError | undefined

  const line: typeof fetch = async (input, init) => {
    const { method, url, headers, ...request } = await sentBy(new Request(input, init))
    try {
      const answer = await send(url, { method, headers, body: request.body, signal })
      const bytes = await answer.arrayBuffer()
      if (!answer.ok) fault = faultOfAnswer(answer.status, Buffer.from(bytes).toString('utf8'))
      const type = answer.headers.get('content-type')
      return new Response(bytes.byteLength > 0 ? bytes : null, { status: answer.status, headers: type ? { 'content-type': type } : {} })
    } catch (error) {
      fault = faultOfSending(error, signal)
      throw fault
    }
  }

  try {
    const result = await use(line)
    // Some SDKs take a redirect for an answer.
    if (fault) throw fault
    return result
  } catch (error) {
    throw fault ?? (error instanceof SupplyError ? error : new SupplyError('ANSWERED_OTHERWISE', 'SHAPE'))
  }
}

const sentBy = async (request: Request) => ({
  ...{ method: request.method, url: request.url, headers: Object.fromEntries(request.headers) },
  body: request.body ? Buffer.from(await request.arrayBuffer()) : undefined,
})

function faultOfSending(error: unknown, signal: AbortSignal): SupplyError {
  if (signal.aborted) return new SupplyError('TOO_SLOW')
  if (!(error instanceof AddressRefusedError)) return new SupplyError('UNREACHABLE')
  return new SupplyError(error.code === 'UNKNOWN_HOST' ? 'UNREACHABLE' : 'ADDRESS_REFUSED', error.code)
}
