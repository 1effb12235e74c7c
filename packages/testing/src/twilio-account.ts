import { createServer, type IncomingMessage } from 'node:http'

/** `port` 0: a free one. */
type AccountOptions = { accountSid: string; authToken: string; numbers: readonly string[]; port?: number }
/** An account as Twilio's REST API of 2010-04-01 shows it: its state, its numbers, and where those are led. `voiceUrls`: by number, what was asked for. */
export type TwilioAccount = { url: string; voiceUrls: Map<string, string>; close(): Promise<void> }

/** Serves one account on loopback: GET of it and of its numbers, POST of a number's addresses; 401 with code 20003 for other keys. */
export async function startTwilioAccount({ accountSid, authToken, numbers, port = 0 }: AccountOptions): Promise<TwilioAccount> {
  const voiceUrls = new Map<string, string>()
  const base = `/2010-04-01/Accounts/${accountSid}`
  const expected = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`
  const rows = () =>
    numbers.map((phone_number, index) => ({
      ...{ sid: `PN${index}`, phone_number, friendly_name: phone_number, voice_url: voiceUrls.get(phone_number) ?? '' },
    }))

  async function answer(request: IncomingMessage): Promise<[number, object]> {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (request.headers.authorization !== expected) return [401, { code: 20003, message: 'Authenticate', status: 401 }]
    if (pathname === `${base}.json`) return [200, { sid: accountSid, status: 'active' }]
    if (pathname === `${base}/IncomingPhoneNumbers.json`) return [200, { incoming_phone_numbers: rows() }]
    const row = rows().find(({ sid }) => pathname === `${base}/IncomingPhoneNumbers/${sid}.json`)
    if (!row || request.method !== 'POST') return [404, { code: 20404, status: 404 }]
    const form = new URLSearchParams(await bodyOf(request))
    voiceUrls.set(row.phone_number, form.get('VoiceUrl') ?? '')
    return [200, row]
  }

  const server = createServer((request, response) => {
    void answer(request).then(([status, body]) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
    )
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`,
    voiceUrls,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
