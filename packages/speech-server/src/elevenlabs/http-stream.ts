import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { delayOf, type Fault } from '../faults.ts'
import { answerJson, readBody, urlOf } from '../http.ts'
import { type AlignedChunk, alignedSpeech } from '../synthesis/aligned-speech.ts'
import { type OutputFormat, parseOutputFormat } from '../synthesis/output-format.ts'
import type { Synthesiser } from '../synthesis/synthesiser.ts'
import { elevenLabsError, voiceNotFound } from './errors.ts'

const body = z.object({
  text: z.string().max(10_000),
  voice_settings: z.object({ speed: z.number().min(0.5).max(2).optional() }).nullish(),
})

export type StreamRequest = { voice: string; timestamps: boolean; whole: boolean; fault: Fault | null }

const seconds = (ms: number) => Math.round(ms) / 1000

/** One answer of `…/with-timestamps`: audio and the characters in it, in seconds from the start of the speech. */
function timedAudio(chunk: AlignedChunk, format: OutputFormat) {
  const { characters, startsMs, durationsMs } = chunk.alignment
  const alignment = {
    characters,
    character_start_times_seconds: startsMs.map((start) => seconds(chunk.startMs + start)),
    character_end_times_seconds: startsMs.map((start, index) => seconds(chunk.startMs + start + (durationsMs[index] ?? 0))),
  }
  return { audio_base64: Buffer.from(format.encode(chunk.samples)).toString('base64'), alignment, normalized_alignment: alignment }
}

/** `POST /v1/text-to-speech/{voice}[/stream][/with-timestamps]`: chunked audio, or lines of JSON with character times. */
export async function streamSpeech(synthesiser: Synthesiser, request: IncomingMessage, response: ServerResponse, wanted: StreamRequest) {
  const format = parseOutputFormat(urlOf(request).searchParams.get('output_format') ?? 'pcm_24000')
  if (format === null)
    return answerJson(response, 400, elevenLabsError('invalid_output_format', 'This server makes pcm_*, ulaw_8000 and alaw_8000.'))
  const parsed = parseBody(await readBody(request))
  if (!parsed.success)
    return answerJson(response, 422, { detail: [{ loc: ['body', 'text'], msg: parsed.error.message, type: 'value_error' }] })
  if (!(await synthesiser.hasVoice(wanted.voice))) return answerJson(response, 404, voiceNotFound(wanted.voice))

  if (wanted.fault?.kind === 'hang') return
  if (wanted.fault?.kind === 'dropAfterMs') setTimeout(() => request.socket.destroy(), wanted.fault.ms)
  await delayOf(wanted.fault)

  const { text, voice_settings: settings } = parsed.data
  const speech = synthesiser.speak(text, { voice: wanted.voice, rate: format.rate, speed: settings?.speed })
  const parts: Uint8Array[] = []
  response.setHeader('content-type', wanted.timestamps ? 'application/json' : format.contentType)
  if (wanted.whole || wanted.fault?.kind === 'half') {
    const chunks: AlignedChunk[] = []
    for await (const chunk of alignedSpeech(speech, text, format.rate)) {
      chunks.push(chunk)
      parts.push(wanted.timestamps ? Buffer.from(`${JSON.stringify(timedAudio(chunk, format))}\n`) : format.encode(chunk.samples))
    }
    if (wanted.fault?.kind === 'half') return breakOff(response, Buffer.concat(parts))
    return wanted.timestamps ? answerJson(response, 200, timedAudio(joinChunks(chunks), format)) : response.end(Buffer.concat(parts))
  }
  const pieces = wanted.timestamps ? alignedSpeech(speech, text, format.rate) : speech
  for await (const piece of pieces) {
    if (response.destroyed) return
    const bytes = 'alignment' in piece ? `${JSON.stringify(timedAudio(piece, format))}\n` : format.encode(piece.samples)
    if (bytes.length > 0 && !response.write(bytes)) await Promise.race([once(response, 'drain'), once(response, 'close')])
  }
  response.end()
}

function parseBody(bytes: Buffer | null) {
  try {
    return body.safeParse(JSON.parse(bytes?.toString() ?? ''))
  } catch {
    return body.safeParse(null)
  }
}

/** Sends the first half and cuts the connection without ending the answer. */
function breakOff(response: ServerResponse, bytes: Buffer): void {
  response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy())
}

/** One chunk with all the audio, times from its start. */
function joinChunks(chunks: readonly AlignedChunk[]): AlignedChunk {
  return {
    samples: Int16Array.from(chunks.flatMap((chunk) => Array.from(chunk.samples))),
    startMs: 0,
    alignment: {
      characters: chunks.flatMap((chunk) => chunk.alignment.characters),
      startsMs: chunks.flatMap((chunk) => chunk.alignment.startsMs.map((start) => chunk.startMs + start)),
      durationsMs: chunks.flatMap((chunk) => chunk.alignment.durationsMs),
    },
  }
}
