import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { resample } from '@parley/audio'
import { firstChannel, parseWav } from '../audio/wav.ts'
import { answerJson, readBody } from '../http.ts'
import { createListener, type Heard } from '../recognition/listener.ts'
import { RECOGNITION_RATE, type Recogniser } from '../recognition/pocketsphinx.ts'
import { openBodyOutlet } from '../sessions/body-outlet.ts'
import type { Visit } from '../sessions/visit.ts'
import { alternative, deepgramError, metadata } from './messages.ts'
import type { ListenQuery } from './query.ts'

/** Pauses longer than this separate the utterances of a recording. */
const PAUSE_MS = 700

/** The words of a whole recording at 16 kHz, utterance by utterance. */
async function transcribe(recogniser: Recogniser, query: ListenQuery, samples: Int16Array): Promise<Heard[]> {
  const grammar = await recogniser.prepare({ kind: query.kind, hints: query.hints })
  const heard: Heard[] = []
  const failures: unknown[] = []
  const listener = createListener({
    decode: (audio, signal) => recogniser.decode(grammar, audio, signal),
    endpointingMs: PAUSE_MS,
    interim: false,
    onSpeechStarted: () => {},
    onInterim: () => {},
    onFinal: (utterance) => heard.push(utterance),
    onFailure: (error) => failures.push(error),
  })
  listener.push(samples)
  if (listener.hasUtterance()) await listener.finalize()
  await listener.settled()
  if (failures.length > 0) throw failures[0]
  return heard
}

/** `POST /v1/listen`: a WAV file or raw samples, answered with Deepgram's prerecorded JSON. */
export async function listenToRecording(
  recogniser: Recogniser,
  request: IncomingMessage,
  response: ServerResponse,
  query: ListenQuery,
  visit: Visit,
): Promise<void> {
  const requestId = randomUUID()
  const body = await readBody(request)
  if (body === null) return answerJson(response, 413, deepgramError('PAYLOAD_TOO_LARGE', 'At most 64 MB.', requestId))
  visit.counters.bytesIn += body.length
  const outlet = openBodyOutlet(response, visit, 'application/json')
  await sleep(visit.lateMs())

  const wav = parseWav(body)
  const samples = wav === null ? query.decodeAudio(body) : firstChannel(wav.samples, wav.channels)
  const rate = wav?.sampleRate ?? query.sampleRate
  if (samples.length === 0) return answerJson(response, 400, deepgramError('Bad Request', 'The body has no audio.', requestId))
  const heard = await transcribe(recogniser, query, resample(samples, rate, RECOGNITION_RATE))
  const words = heard.flatMap((utterance) => utterance.words)
  const spoken = heard.filter((utterance) => utterance.words.length > 0)
  const confidence = spoken.reduce((sum, utterance) => sum + utterance.confidence / spoken.length, 0)
  const { type: _type, ...about } = metadata(
    requestId,
    (samples.length * 1000) / rate,
    createHash('sha256').update(body).digest('hex'),
    query.extra,
  )
  const answer = JSON.stringify({ metadata: about, results: { channels: [{ alternatives: [alternative({ words, confidence })] }] } })
  if (await outlet.write(answer, null)) outlet.end()
}
