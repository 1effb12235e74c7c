import { createServer } from 'node:http'
import { createSignatureCheck } from './s3-signature.ts'

export type S3StandIn = {
  endpoint: string
  region: string
  keyId: string
  secret: string
  /** What the bucket holds, by `<bucket>/<key>`. */
  objects: Map<string, { content: Buffer; contentType?: string }>
  /** The next requests are answered with this status; null: properly. */
  setFault(status: number | null): void
  close(): Promise<void>
}

/**
 * An S3-compatible service on loopback: GET (whole and ranges), HEAD, PUT and DELETE of objects addressed by path. Refuses with 403 what is not
 * signed as Signature Version 4 asks, or was changed on the way.
 */
export async function s3StandIn(): Promise<S3StandIn> {
  const objects: S3StandIn['objects'] = new Map()
  const credentials = { region: 'test-1', keyId: 'STANDIN', secret: 'stand-in-secret' }
  const isSigned = createSignatureCheck(credentials)
  let fault: number | null = null

  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(Buffer.from(part))
    const content = Buffer.concat(parts)
    if (fault) return response.writeHead(fault).end()
    if (!isSigned(request, content)) return response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>')
    const name = decodeURIComponent((request.url ?? '').slice(1))
    if (request.method === 'PUT') {
      objects.set(name, { content, contentType: request.headers['content-type'] })
      return response.writeHead(200).end()
    }
    if (request.method === 'DELETE') {
      objects.delete(name)
      return response.writeHead(204).end()
    }
    const object = objects.get(name)
    if (!object) return response.writeHead(404).end()
    const size = object.content.length
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    const start = Number(from ?? 0)
    const end = Math.min(Number(to ?? size), size - 1)
    const sent = object.content.subarray(start, end + 1)
    response.writeHead(from ? 206 : 200, { 'content-length': sent.length, 'content-range': `bytes ${start}-${end}/${size}` })
    response.end(request.method === 'HEAD' ? undefined : sent)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The stand-in has no port.')
  return {
    ...credentials,
    endpoint: `http://127.0.0.1:${address.port}`,
    objects,
    setFault: (status) => {
      fault = status
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
