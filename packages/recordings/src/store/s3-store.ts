import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { AwsClient } from 'aws4fetch'
import { RecordingsError } from '../recordings-error.ts'
import { contentTypeOf, type RecordingStore } from './recording-store.ts'

export type S3Options = { endpoint: string; bucket: string; region: string; keyId: string; secret: string }

/** Until the answer begins; sending a recording takes longer than asking for one. */
const answersWithinMs: Record<string, number> = { PUT: 120_000 }
const usuallyAnswersWithinMs = 30_000
const retries = 3

/** Recordings in a bucket of any S3-compatible service, addressed by path. Content is signed with its hash; server errors are tried again. */
export function createS3Store({ endpoint, bucket, region, keyId, secret }: S3Options): RecordingStore {
  const client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, service: 's3', region, retries })
  const address = (key: string) => `${endpoint.replace(/\/+$/, '')}/${[bucket, ...key.split('/')].map(encodeURIComponent).join('/')}`

  /** The answer; undefined when there is no such key. */
  async function ask(method: string, key: string, init: RequestInit = {}): Promise<Response | undefined> {
    const late = new AbortController()
    const timer = setTimeout(() => late.abort(), answersWithinMs[method] ?? usuallyAnswersWithinMs)
    const response = await client
      .fetch(address(key), { ...init, method, signal: late.signal })
      .catch((cause) => {
        throw new RecordingsError('RECORDINGS_STORAGE_UNREACHABLE', 'The storage of recordings does not answer.', cause)
      })
      .finally(() => clearTimeout(timer))
    if (response.status === 404 && method !== 'PUT') return undefined
    if (response.ok) return response
    await response.body?.cancel()
    if (response.status >= 500) throw new RecordingsError('RECORDINGS_STORAGE_UNREACHABLE', `The storage answered ${response.status}.`)
    throw new RecordingsError('RECORDINGS_STORAGE_REFUSED', `The storage of recordings answered ${response.status}.`)
  }

  return {
    put: async (key, file) => {
      const body = new Uint8Array(await readFile(file))
      const hash = createHash('sha256').update(body).digest('hex')
      const response = await ask('PUT', key, { body, headers: { 'content-type': contentTypeOf(key), 'x-amz-content-sha256': hash } })
      await response?.body?.cancel()
    },
    sizeOf: async (key) => {
      const response = await ask('HEAD', key)
      return response && Number(response.headers.get('content-length'))
    },
    open: async (key, range) => {
      const response = await ask('GET', key, range ? { headers: { range: `bytes=${range.start}-${range.end}` } } : {})
      return response?.body ? Readable.from(chunks(response.body), { objectMode: false }) : undefined
    },
    delete: async (key) => {
      const response = await ask('DELETE', key)
      await response?.body?.cancel()
    },
  }
}

async function* chunks(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    await reader.cancel()
  }
}
