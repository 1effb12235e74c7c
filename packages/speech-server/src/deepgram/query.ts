import { decodeMuLaw } from '@parley/audio'
import { decodeALaw } from '../audio/a-law.ts'
import { samplesOf } from '../audio/wav.ts'

/** What both versions of `listen` are told about the audio and its words. */
export type AudioQuery = {
  sampleRate: number
  decodeAudio(bytes: Uint8Array): Int16Array
  hints: string[]
  /** Our expectation kind, from `extra=expect:<kind>`. */
  kind: string
  extra: Record<string, string>
}

export type ListenQuery = AudioQuery & {
  language: string
  interimResults: boolean
  vadEvents: boolean
  /** null: switched off with `endpointing=false`. */
  endpointingMs: number | null
  utteranceEndMs: number | null
}

const ENCODINGS: Readonly<Record<string, (bytes: Uint8Array) => Int16Array>> = { linear16: samplesOf, mulaw: decodeMuLaw, alaw: decodeALaw }

/** PocketSphinx needs some silence to be sure of a last word: a shorter `endpointing` is stretched to this. */
const LEAST_ENDPOINTING_MS = 60
const DEFAULT_ENDPOINTING_MS = 10

/** Reads the part of Deepgram's query that both versions share; a string is the sentence of a refusal. */
export function readAudioQuery(query: URLSearchParams): AudioQuery | string {
  const encoding = query.get('encoding') ?? 'linear16'
  const decodeAudio = ENCODINGS[encoding]
  if (decodeAudio === undefined) return `The encoding ${encoding} is not supported here: linear16, mulaw or alaw.`
  const sampleRate = Number(query.get('sample_rate') ?? (encoding === 'linear16' ? 16_000 : 8000))
  if (!Number.isInteger(sampleRate) || sampleRate < 8000 || sampleRate > 48_000) return 'sample_rate must be between 8000 and 48000.'
  if (Number(query.get('channels') ?? 1) !== 1) return 'Only one channel is supported here.'
  const extra = Object.fromEntries(query.getAll('extra').map((item) => [item.split(':')[0] ?? '', item.slice(item.indexOf(':') + 1)]))
  const hints = [...query.getAll('keyterm'), ...query.getAll('keywords').map((keyword) => keyword.split(':')[0] ?? '')]
  return { sampleRate, decodeAudio, hints, kind: extra.expect ?? 'free', extra }
}

/** Reads the query of `/v1/listen`; a string is the sentence of a refusal. */
export function readListenQuery(query: URLSearchParams): ListenQuery | string {
  const audio = readAudioQuery(query)
  if (typeof audio === 'string') return audio
  const endpointing = query.get('endpointing')
  const endpointingMs = endpointing === 'false' ? null : Math.max(LEAST_ENDPOINTING_MS, Number(endpointing ?? DEFAULT_ENDPOINTING_MS))
  if (Number.isNaN(endpointingMs)) return 'endpointing must be a number of milliseconds or false.'
  const language = query.get('language') ?? 'en'
  if (!/^(en|multi)\b/.test(language)) return `There is no ${language.startsWith('fr') ? 'French' : language} model on this server.`
  return {
    ...audio,
    language,
    interimResults: query.get('interim_results') === 'true',
    vadEvents: query.get('vad_events') === 'true',
    endpointingMs,
    utteranceEndMs: query.has('utterance_end_ms') ? Number(query.get('utterance_end_ms')) : null,
  }
}
