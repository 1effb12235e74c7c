import { z } from 'zod'

const answer = z.object({ result: z.object({ data: z.object({ json: z.unknown() }) }) })
const refusal = z.object({ error: z.object({ json: z.object({ message: z.string() }) }) })

export type StudioClient = Awaited<ReturnType<typeof signIn>>

/**
 * Signs in to the studio with a one-time link as a browser does, and calls its procedures with the session's cookies.
 * Every request has a deadline of 15 s; a refusal is an Error with the studio's code.
 */
export async function signIn(signInUrl: string) {
  const { origin, searchParams } = new URL(signInUrl)
  const cookies = new Map<string, string>()
  const request = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...init.headers, cookie, origin }
    const response = await fetch(`${origin}${path}`, { ...init, headers, redirect: 'manual', signal: AbortSignal.timeout(15_000) })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return response
  }

  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await (await request('/api/auth/csrf')).json())
  const form = new URLSearchParams({ csrfToken, token: searchParams.get('token') ?? '', callbackUrl: origin, json: 'true' })
  await request('/api/auth/callback/link', { method: 'POST', body: form })
  const session = z.object({ tenantId: z.string() }).safeParse(await (await request('/api/auth/session')).json())
  if (!session.success) throw new Error('The studio did not accept the sign-in link.')

  const read = async (path: string, response: Response): Promise<unknown> => {
    const body: unknown = await response.json().catch(() => undefined)
    const ok = answer.safeParse(body)
    if (ok.success) return ok.data.result.data.json
    const refused = refusal.safeParse(body)
    throw new Error(`${path} answered ${refused.success ? refused.data.error.json.message : `status ${response.status}`}.`)
  }
  return {
    tenantId: session.data.tenantId,
    query: async (path: string, input?: unknown): Promise<unknown> => {
      const search = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify({ json: input }))}`
      return read(path, await request(`/api/trpc/${path}${search}`))
    },
    mutate: async (path: string, input: unknown): Promise<unknown> => {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ json: input }) }
      return read(path, await request(`/api/trpc/${path}`, init))
    },
  }
}
