import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { getRecording } from '@parley/db'
import { z } from 'zod'
import { env } from '../../../../../env.ts'
import { byteRange } from '../../../../../server/byte-range.ts'
import { database } from '../../../../../server/database.ts'
import { currentMember } from '../../../../../server/session.ts'

export const dynamic = 'force-dynamic'

const types: Record<string, string> = { '.wav': 'audio/wav', '.ogg': 'audio/ogg', '.mp3': 'audio/mpeg' }
const refuse = (code: string, status: number) => Response.json({ code }, { status })

/** The recording of a call, whole or a byte range (players seek by it). */
export async function GET(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  const member = await currentMember()
  if (!member) return refuse('UNAUTHORIZED', 401)
  const callId = z.uuid().safeParse((await context.params).id)
  const recording = callId.success ? await getRecording(database(), member.tenantId, callId.data) : null
  if (!recording) return refuse('RECORDING_NOT_FOUND', 404)

  const home = path.resolve(env().PARLEY_RECORDINGS_DIR)
  const file = path.resolve(home, recording.path)
  const info = file.startsWith(home + path.sep) ? await stat(file).catch(() => null) : null
  if (!info) return refuse('RECORDING_NOT_FOUND', 404)

  const range = byteRange(request.headers.get('range'), info.size)
  if (range === 'unsatisfiable') return new Response(null, { status: 416, headers: { 'content-range': `bytes */${info.size}` } })
  const { start, end } = range ?? { start: 0, end: info.size - 1 }
  const headers = {
    'content-type': types[path.extname(file)] ?? 'application/octet-stream',
    'content-length': String(end - start + 1),
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=3600',
    ...(range ? { 'content-range': `bytes ${start}-${end}/${info.size}` } : {}),
  }
  const body = Readable.toWeb(createReadStream(file, { start, end }))
  return new Response(body as ReadableStream<Uint8Array>, { status: range ? 206 : 200, headers })
}
