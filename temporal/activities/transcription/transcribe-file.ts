import type { Readable } from 'node:stream'
import { DeepgramClient, DeepgramError, DeepgramTimeoutError } from '@deepgram/sdk'
import type { TranscriptionTurn } from '@parley/db'
import { z } from 'zod'
import { TranscriptionError, transcriptionErrorOf } from './transcription-error.ts'

/** Where recordings are transcribed. No url: at the vendor's own address. */
export type TranscriptionPlace = { apiKey: string; url?: string; model: string }

export type RecordedSound = { data: Readable; bytes: number; contentType: string }
type How = { place: TranscriptionPlace; language: string; withinMs: number; signal?: AbortSignal }

/** Left and right of every recording. */
const speakers = ['contact', 'agent'] as const

/** The part of the answer that is used; seconds. */
const answer = z.object({
  results: z.object({
    utterances: z.array(
      z.object({
        start: z.number().nonnegative(),
        end: z.number().nonnegative(),
        channel: z.number().int(),
        transcript: z.string(),
        confidence: z.number().default(0),
      }),
    ),
  }),
})

/** An answer that sends us elsewhere is not followed. */
const call: typeof fetch = (address, init) => fetch(address, { ...init, redirect: 'manual' })

/**
 * Has Deepgram hear a whole recording, each side on its channel (https://developers.deepgram.com/docs/multichannel,
 * https://developers.deepgram.com/docs/utterances). One request, not repeated. Turns of both sides in the order in which they began.
 * Throws TranscriptionError.
 */
export async function transcribeFile(sound: RecordedSound, { place, language, withinMs, signal }: How): Promise<TranscriptionTurn[]> {
  const { apiKey, url, model } = place
  const { listen } = new DeepgramClient({ apiKey, ...(url ? { baseUrl: url } : {}), fetch: call, maxRetries: 0 })
  const late = AbortSignal.timeout(withinMs)
  try {
    const heard = await listen.v1.media.transcribeFile(
      { data: sound.data, contentType: sound.contentType, contentLength: sound.bytes },
      { model, language, multichannel: true, punctuate: true, smart_format: true, utterances: true },
      { timeoutInSeconds: withinMs / 1_000, abortSignal: signal ? AbortSignal.any([late, signal]) : late },
    )
    return turnsOf(heard)
  } catch (error) {
    throw late.aborted ? new TranscriptionError('RECOGNITION_TIMEOUT') : failureOf(error)
  } finally {
    sound.data.destroy()
  }
}

function turnsOf(heard: unknown): TranscriptionTurn[] {
  const { results } = answer.parse(heard)
  return results.utterances
    .flatMap(({ channel, transcript, start, end, confidence }): TranscriptionTurn[] => {
      const speaker = speakers[channel]
      const text = transcript.trim()
      return speaker && text !== ''
        ? [{ speaker, text, startMs: Math.round(start * 1_000), endMs: Math.round(end * 1_000), confidence }]
        : []
    })
    .sort((one, other) => one.startMs - other.startMs)
}

function failureOf(error: unknown): TranscriptionError {
  if (error instanceof DeepgramTimeoutError) return new TranscriptionError('RECOGNITION_TIMEOUT')
  if (error instanceof z.ZodError) return new TranscriptionError('RECOGNITION_BROKEN')
  if (error instanceof DeepgramError && error.statusCode !== undefined) return transcriptionErrorOf(error.statusCode)
  return new TranscriptionError('RECOGNITION_UNAVAILABLE')
}
