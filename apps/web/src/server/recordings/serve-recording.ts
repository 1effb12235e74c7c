import { contentTypeOf, type RecordingStore, RecordingsError, withoutPauses } from '@parley/recordings'
import type { ErrorCode } from '../app-error.ts'
import { byteRange } from './byte-range.ts'
import { readRecordingLink } from './recording-link.ts'
import { toWebStream } from './to-web-stream.ts'

export type ServeRecordingOptions = {
  linkKey: Buffer
  now: number
  store: RecordingStore
  /** Its key in the storage. */
  find(tenantId: string, callId: string): Promise<{ path: string } | null>
  onFailure(error: unknown): void
}

const refuse = (code: ErrorCode, status: number) => Response.json({ code }, { status, headers: { 'cache-control': 'no-store' } })

/** The recording a signed link names: whole, a byte range (players seek by it), or with `trim=1` as a download without its pauses. */
export async function serveRecording(request: Request, callId: string, options: ServeRecordingOptions): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const link = readRecordingLink(options.linkKey, callId, searchParams, options.now)
  if (link === 'invalid') return refuse('RECORDING_LINK_INVALID', 403)
  if (link === 'expired') return refuse('RECORDING_LINK_EXPIRED', 403)
  const recording = await options.find(link.tenantId, callId)
  if (!recording) return refuse('RECORDING_NOT_FOUND', 404)
  const cache = { 'cache-control': `private, max-age=${Math.floor((link.expiresAt - options.now) / 1_000)}` }
  try {
    if (searchParams.get('trim') === '1') return await trimmed(options.store, recording.path, cache)
    return await asStored(options.store, recording.path, cache, request.headers.get('range'))
  } catch (error) {
    if (!(error instanceof RecordingsError)) throw error
    options.onFailure(error)
    return refuse('RECORDING_UNAVAILABLE', 503)
  }
}

async function asStored(store: RecordingStore, key: string, cache: Record<string, string>, wanted: string | null): Promise<Response> {
  const size = await store.sizeOf(key)
  if (size === undefined) return refuse('RECORDING_NOT_FOUND', 404)
  const range = byteRange(wanted, size)
  if (range === 'unsatisfiable') return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } })
  const sound = await store.open(key, range)
  if (!sound) return refuse('RECORDING_NOT_FOUND', 404)
  const { start, end } = range ?? { start: 0, end: size - 1 }
  const headers = {
    ...cache,
    'content-type': contentTypeOf(key),
    'content-length': String(end - start + 1),
    'accept-ranges': 'bytes',
    ...(range ? { 'content-range': `bytes ${start}-${end}/${size}` } : {}),
  }
  return new Response(toWebStream(sound), { status: range ? 206 : 200, headers })
}

async function trimmed(store: RecordingStore, key: string, cache: Record<string, string>): Promise<Response> {
  const sound = await store.open(key)
  if (!sound) return refuse('RECORDING_NOT_FOUND', 404)
  const name = `${key.slice(key.lastIndexOf('/') + 1, key.lastIndexOf('.'))}.ogg`
  const headers = { ...cache, 'content-type': 'audio/ogg', 'content-disposition': `attachment; filename="${name}"` }
  return new Response(toWebStream(withoutPauses(sound)), { headers })
}
