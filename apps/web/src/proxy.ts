import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { env } from './env.ts'
import { contentSecurityPolicy } from './server/content-security-policy.ts'

/** Gives every page its security headers; scripts run only with this request's nonce. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString('base64')
  const policy = contentSecurityPolicy({ nonce, liveKitUrl: env().LIVEKIT_URL, isDevelopment: env().NODE_ENV === 'development' })
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('x-frame-options', 'DENY')
  response.headers.set('referrer-policy', 'same-origin')
  response.headers.set('cross-origin-opener-policy', 'same-origin')
  response.headers.set('permissions-policy', 'microphone=(self), camera=(), geolocation=(), payment=()')
  return response
}

// What passes here is kept in memory first, and cut at a size: files of leads go by. So do carriers, who look at no page and come several times for each call.
export const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico|icon.svg|api/lead-files/|api/carriers/).*)'] }
