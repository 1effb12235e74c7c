import { setTimeout as sleep } from 'node:timers/promises'
import { attempt } from './attempt.ts'
import type { KeptSynthesiser } from './cache.ts'
import { able, type Candidate, isWorthAsking, takeNext } from './candidate.ts'
import { SpeechError } from './speech-error.ts'
import type { SynthesisChunk, SynthesisRequest } from './synthesiser.ts'
import { createUnsaid } from './unsaid.ts'

const backOffMs = 100

type Voice = Candidate<KeptSynthesiser>
type Ask = Pick<SynthesisRequest, 'language' | 'voiceId'>

/** Those who can say it, with the one whose voice is wanted first. `voiceId` is `provider/voice`, or a voice of the first one. */
function voicesFor(candidates: readonly Voice[], { language, voiceId }: Ask) {
  const voices = able(candidates, language)
  const wanted = voices.find(({ id }) => voiceId?.startsWith(`${id}/`))
  const first = wanted ?? voices[0]
  const ownVoice = wanted ? voiceId?.slice(wanted.id.length + 1) : voiceId
  return { ranked: wanted ? [wanted, ...voices.filter((one) => one !== wanted)] : voices, first, ownVoice }
}

/**
 * Speech by the first provider that works. A quick failure is tried once more; a provider that breaks in the middle of a sentence is
 * followed by the next one from the word that was cut. Throws the last SpeechError when nobody is left.
 */
export function createSynthesis(candidates: readonly Voice[]): Pick<KeptSynthesiser, 'synthesise' | 'kept'> & {
  /** Makes texts ahead of need with the voice that is asked first; resolves with how many are there, never rejects. */
  prepare(texts: readonly string[], how: Omit<SynthesisRequest, 'text'>): Promise<number>
} {
  const kept: KeptSynthesiser['kept'] = async (request) => {
    const { first, ownVoice } = voicesFor(candidates, request)
    return first?.service.kept({ ...request, voiceId: ownVoice })
  }

  async function* synthesise(request: SynthesisRequest): AsyncGenerator<SynthesisChunk> {
    const known = await kept(request)
    if (known) return yield known
    const { ranked: left, first, ownVoice } = voicesFor(candidates, request)
    const unsaid = createUnsaid(request.text, request.sampleRate)
    let text = request.text
    let failure: SpeechError | undefined
    for (let voice = takeNext(left); voice; voice = takeNext(left)) {
      if (failure ?? voice !== first) request.onNote?.({ code: 'PROVIDER_FALLBACK', detail: failure?.code ?? 'CIRCUIT_OPEN' })
      let voiceId = voice === first ? ownVoice : undefined
      let looked = voice === first
      for (let triesLeft = 2; triesLeft > 0; ) {
        triesLeft -= 1
        const made = looked ? undefined : await voice.service.kept({ ...request, text, voiceId })
        looked = true
        if (made) {
          voice.circuit.released()
          return yield unsaid.add(made)
        }
        try {
          for await (const piece of attempt(voice.service, { ...request, text, voiceId })) {
            voice.circuit.succeeded()
            yield unsaid.add(piece)
          }
          return
        } catch (error) {
          if (!(error instanceof SpeechError) || request.signal?.aborted) {
            voice.circuit.released()
            throw error
          }
          failure = error
        }
        text = unsaid.rest()
        if (text === '') return
        if (failure.fault === 'REFUSED' && voiceId !== undefined) {
          request.onNote?.({ code: 'VOICE_UNKNOWN', detail: voiceId })
          voiceId = undefined
          looked = false
          triesLeft = 1
        } else if (!failure.retryable || (isWorthAsking(left) && (failure.fault === 'TIMEOUT' || unsaid.hasBegun()))) triesLeft = 0
        else if (triesLeft > 0) {
          request.onNote?.({ code: 'PROVIDER_RETRY', detail: failure.code })
          await sleep(backOffMs)
        }
      }
      // What it does not take for one text says nothing about the next.
      if (failure?.fault === 'REFUSED') voice.circuit.released()
      else voice.circuit.failed(failure ?? new SpeechError('synthesis', 'BROKEN'))
    }
    throw failure ?? new SpeechError('synthesis', 'UNAVAILABLE', 'nobody speaks')
  }

  return {
    synthesise,
    kept,
    async prepare(texts, how) {
      const { first, ownVoice } = voicesFor(candidates, how)
      return first ? await first.service.prepare({ ...how, texts, voiceId: ownVoice }) : 0
    },
  }
}
