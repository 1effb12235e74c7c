import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { answerJson, readBody, urlOf } from '../http.ts'
import { openBodyOutlet } from '../sessions/body-outlet.ts'
import { createPace } from '../sessions/pace.ts'
import type { Visit } from '../sessions/visit.ts'
import { type AlignedChunk, alignedSpeech } from '../synthesis/aligned-speech.ts'
import { type OutputFormat, parseOutputFormat } from '../synthesis/output-format.ts'
import type { Synthesiser } from '../synthesis/synthesiser.ts'
import { elevenLabsError, voiceNotFound } from './errors.ts'

const body = z.object({
  text: z.string().max(10_000),
  voice_settings: z.object({ speed: z.number().min(0.5).max(2).optional() }).nullish(),
})

export type StreamRequest = { voice: string; timestamps: boolean; whole: boolean }

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
export async function streamSpeech(
  synthesiser: Synthesiser,
  request: IncomingMessage,
  response: ServerResponse,
  wanted: StreamRequest,
  visit: Visit,
) {
  const format = parseOutputFormat(urlOf(request).searchParams.get('output_format') ?? 'pcm_24000')
  if (format === null)
    return answerJson(response, 400, elevenLabsError('invalid_output_format', 'This server makes pcm_*, ulaw_8000 and alaw_8000.'))
  const bytes = await readBody(request)
  visit.counters.bytesIn += bytes?.length ?? 0
  const parsed = parseBody(bytes)
  if (!parsed.success)
    return answerJson(response, 422, { detail: [{ loc: ['body', 'text'], msg: parsed.error.message, type: 'value_error' }] })
  if (!(await synthesiser.hasVoice(wanted.voice))) return answerJson(response, 404, voiceNotFound(wanted.voice))

  const { text, voice_settings: settings } = parsed.data
  const speech = synthesiser.speak(text, { voice: wanted.voice, rate: format.rate, speed: settings?.speed })
  const outlet = openBodyOutlet(response, visit, wanted.timestamps ? 'application/json' : format.contentType)
  const pace = createPace(visit)
  let spokenMs = 0
  /** False: the connection is gone. */
  const send = async (bytes: Uint8Array, samples: number) => {
    const audioMs = (samples * 1000) / format.rate
    await pace(audioMs, bytes.length)
    spokenMs += audioMs
    return outlet.write(bytes, spokenMs)
  }
  const encode = (piece: AlignedChunk | { samples: Int16Array }) =>
    'alignment' in piece ? Buffer.from(`${JSON.stringify(timedAudio(piece, format))}\n`) : format.encode(piece.samples)

  if (wanted.whole) {
    const chunks: AlignedChunk[] = []
    for await (const chunk of alignedSpeech(speech, text, format.rate)) chunks.push(chunk)
    const { samples, ...about } = joinChunks(chunks)
    if (!(await send(encode(wanted.timestamps ? { samples, ...about } : { samples }), samples.length))) return
  } else {
    for await (const piece of wanted.timestamps ? alignedSpeech(speech, text, format.rate) : speech) {
      const encoded = encode(wanted.timestamps ? piece : { samples: piece.samples })
      if (encoded.length > 0 && !(await send(encoded, piece.samples.length))) return
    }
  }
  outlet.end()
}

function parseBody(bytes: Buffer | null) {
  try {
    return body.safeParse(JSON.parse(bytes?.toString() ?? ''))
  } catch {
    return body.safeParse(null)
  }
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
