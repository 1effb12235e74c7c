import { createHash, createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const hashOf = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const authorization =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/
const signedWithinMs = 15 * 60_000

/** Whether a request carries AWS Signature Version 4 of these credentials over its method, path, headers and content, as AWS describes it. */
export function createSignatureCheck({ region, keyId, secret }: { region: string; keyId: string; secret: string }) {
  return (request: IncomingMessage, content: Buffer): boolean => {
    const { headers, method = '', url = '' } = request
    const [, id, day = '', where, names = '', signature] = authorization.exec(headers.authorization ?? '') ?? []
    const signedAt = String(headers['x-amz-date'] ?? '')
    const contentHash = String(headers['x-amz-content-sha256'] ?? '')
    const instant = Date.parse(signedAt.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
    if (id !== keyId || where !== region || !signedAt.startsWith(day) || !(Math.abs(Date.now() - instant) < signedWithinMs)) return false
    if (contentHash !== 'UNSIGNED-PAYLOAD' && contentHash !== hashOf(content)) return false
    if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.split(';').includes(name))) return false

    const { pathname, searchParams } = new URL(url, 'http://stand-in')
    const query = [...searchParams].map((pair) => pair.map(encodeURIComponent).join('=')).sort()
    const lines = names.split(';').map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`)
    const canonical = [method, pathname, query.join('&'), lines.join(''), names, contentHash].join('\n')
    const toSign = ['AWS4-HMAC-SHA256', signedAt, `${day}/${region}/s3/aws4_request`, hashOf(canonical)].join('\n')
    const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`)
    return createHmac('sha256', key).update(toSign).digest('hex') === signature
  }
}
