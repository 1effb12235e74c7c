import { createHash, createHmac } from 'node:crypto'
import type { CarrierRequest } from '../carrier.ts'
import { sameSecret } from '../same-secret.ts'

/**
 * A request is signed with the account's token (https://www.twilio.com/docs/usage/security): HMAC-SHA1 over the address and, of a form, all names
 * and values by name; of JSON, the address holds the body's hash. Twilio signs with and without the port, depending on the protocol: both are right.
 */
export function isSignedByTwilio(request: CarrierRequest, authToken: string): boolean {
  const signature = request.headers['x-twilio-signature']
  if (!signature || !URL.canParse(request.url)) return false
  const bodyHash = new URL(request.url).searchParams.get('bodySHA256')
  if (bodyHash !== null && !sameSecret(createHash('sha256').update(request.body).digest('hex'), bodyHash.toLowerCase())) return false
  const isForm = (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')
  // A body that neither the signature nor the hash covers proves nothing.
  if (bodyHash === null && !isForm && request.body !== '') return false
  const params = bodyHash === null && isForm ? new URLSearchParams(request.body) : new URLSearchParams()
  return addressesOf(request.url)
    .map((address) => sameSecret(twilioSignature(authToken, address, params), signature))
    .some(Boolean)
}

/** What Twilio sends as `X-Twilio-Signature`. */
export function twilioSignature(authToken: string, url: string, params: URLSearchParams): string {
  const names = [...new Set(params.keys())].sort()
  const signed = names.map((name) => [...new Set(params.getAll(name))].sort().map((value) => name + value))
  return createHmac('sha1', authToken)
    .update(url + signed.flat().join(''))
    .digest('base64')
}

/** The address as it is, with its port and without. Nothing else of it is changed: it is signed letter by letter. */
function addressesOf(url: string): string[] {
  const [, scheme = '', host = '', port, rest = ''] = /^(\w+):\/\/([^/:?#]+|\[[^\]]+\])(:\d+)?(.*)$/.exec(url) ?? []
  const standard = scheme === 'https' || scheme === 'wss' ? ':443' : ':80'
  return [...new Set([url, `${scheme}://${host}${rest}`, `${scheme}://${host}${port ?? standard}${rest}`])]
}
