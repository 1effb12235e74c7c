import { joinSamples } from '@parley/audio'
import { PADDING_MS, withFaintNoise } from './faint-noise.ts'
import { RECOGNITION_RATE } from './pocketsphinx.ts'
import type { Hypothesis } from './segmentation.ts'
import { createVoiceDetector } from './voice-detector.ts'

/** `startMs` and `endMs` count from the start of the stream, as do the words' times. */
export type Heard = Hypothesis & { startMs: number; endMs: number }
export type FinalReason = 'endpoint' | 'finalize' | 'length'

export type ListenerOptions = {
  decode(samples: Int16Array, signal: AbortSignal): Promise<Hypothesis>
  /** Silence that ends an utterance; null: only `finalize` does. Read anew at every frame. */
  endpointingMs: number | null
  /** Tell what is understood when the caller pauses. */
  interim: boolean
  onSpeechStarted(atMs: number): void
  onInterim(heard: Heard): void
  /** During an utterance, for every frame: how long it has been silent; 0 while there is voice. */
  onSilence?(ms: number): void
  onFinal(heard: Heard, reason: FinalReason): void
  onFailure(error: unknown): void
}

const FRAME_MS = 10
const FRAME = (RECOGNITION_RATE * FRAME_MS) / 1000
/** Audio kept from before voice was noticed. */
const LEAD_MS = 200
/** Voice of this length starts an utterance; shorter sounds are clicks. */
const ONSET_FRAMES = 3
/** Silence after which decoding starts on the chance that the utterance is over. */
const SPECULATE_AFTER_MS = 60
const LONGEST_MS = 15_000
/** Who goes on within this pause says one sentence, although an answer was asked for in it. */
const SAME_SENTENCE_MS = 1_000
type Understood = { hypothesis: Hypothesis; startFrame: number }
type Attempt = { result: Promise<Understood>; abort: AbortController }
/** An utterance that ended, and all that was heard since its beginning. */
type Ended = { startFrame: number; endFrame: number; frames: Int16Array[]; understood: Promise<Understood> }
type Utterance = {
  before: Ended | null
  startFrame: number
  frames: Int16Array[]
  lastVoicedFrame: number
  resumed: number
  attempt: Attempt | null
}

/**
 * Cuts a 16 kHz stream into utterances and has them decoded while the silence after them is still being waited for. Parts of a sentence that mean nothing
 * by themselves, because an answer was asked for in the middle, are understood together.
 */
export function createListener(options: ListenerOptions) {
  const isVoiced = createVoiceDetector()
  let rest = new Int16Array(0)
  let frameCount = 0
  let lead: Int16Array[] = []
  let voicedRun = 0
  let utterance: Utterance | null = null
  let before: Ended | null = null
  /** Nobody waits for words any more. */
  const closed = new AbortController()
  /** Finals are told in the order of their utterances. */
  let told: Promise<void> = Promise.resolve()

  const attemptOn = (current: Utterance): Attempt => {
    const abort = new AbortController()
    const signal = AbortSignal.any([abort.signal, closed.signal])
    const { startFrame, frames } = { ...current, frames: [...current.frames] }
    const decode = (heard: readonly Int16Array[]) => options.decode(withFaintNoise(joinSamples(heard)), signal)
    const understand = async (): Promise<Understood> => {
      const hypothesis = await decode(frames)
      const earlier = current.before
      if (hypothesis.words.length > 0 || !earlier || (await wordsIn(earlier)) > 0) return { hypothesis, startFrame }
      const whole = await decode([...earlier.frames.slice(0, startFrame - earlier.startFrame), ...frames])
      return whole.words.length > 0 ? { hypothesis: whole, startFrame: earlier.startFrame } : { hypothesis, startFrame }
    }
    const result = understand()
    result.catch(() => {})
    return { result, abort }
  }
  const wordsIn = ({ understood }: Ended) =>
    understood.then(
      ({ hypothesis }) => hypothesis.words.length,
      () => 0,
    )
  const placed = (hypothesis: Hypothesis, startFrame: number, endFrame: number): Heard => {
    const startMs = startFrame * FRAME_MS
    const place = (ms: number) => Math.max(startMs, Math.min(endFrame * FRAME_MS, startMs + ms - PADDING_MS))
    const words = hypothesis.words.map((word) => ({ ...word, startMs: place(word.startMs), endMs: place(word.endMs) }))
    return { words, confidence: hypothesis.confidence, startMs, endMs: endFrame * FRAME_MS }
  }
  const finish = (reason: FinalReason) => {
    const ended = utterance
    const endFrame = frameCount
    utterance = null
    const attempt = ended === null ? null : (ended.attempt ?? attemptOn(ended))
    if (ended && attempt) before = { startFrame: ended.startFrame, endFrame, frames: ended.frames, understood: attempt.result }
    told = told.then(async () => {
      try {
        const nothing: Understood = { hypothesis: { words: [], confidence: 0 }, startFrame: endFrame }
        const { hypothesis, startFrame } = attempt === null ? nothing : await attempt.result
        options.onFinal(placed(hypothesis, startFrame, endFrame), reason)
      } catch (error) {
        options.onFailure(error)
      }
    })
    return told
  }
  /** Decodes on the chance that the utterance is over. */
  const speculate = (current: Utterance) => {
    const attempt = attemptOn(current)
    current.attempt = attempt
    if (!options.interim) return
    const endFrame = frameCount
    attempt.result.then(
      ({ hypothesis, startFrame }) => {
        const isNews = utterance === current && current.attempt === attempt && hypothesis.words.length > 0
        if (isNews) options.onInterim(placed(hypothesis, startFrame, endFrame))
      },
      () => {},
    )
  }

  const begin = (frame: Int16Array) => {
    const startFrame = frameCount - lead.length - 1
    utterance = { before, startFrame, frames: [...lead, frame], lastVoicedFrame: frameCount, resumed: 0, attempt: null }
    lead = []
    before = null
    options.onSpeechStarted((frameCount - ONSET_FRAMES) * FRAME_MS)
  }
  const goOn = (current: Utterance, frame: Int16Array, voiced: boolean) => {
    current.frames.push(frame)
    current.resumed = voiced ? current.resumed + 1 : 0
    if (current.resumed >= 2 || (voiced && current.attempt === null)) {
      current.lastVoicedFrame = frameCount
      current.attempt?.abort.abort()
      current.attempt = null
    }
    const silentMs = (frameCount - current.lastVoicedFrame) * FRAME_MS
    options.onSilence?.(silentMs)
    if (silentMs >= SPECULATE_AFTER_MS && current.attempt === null) speculate(current)
    if (options.endpointingMs !== null && silentMs >= options.endpointingMs) finish('endpoint')
    else if (current.frames.length * FRAME_MS >= LONGEST_MS) finish('length')
  }

  return {
    /** Takes samples at 16 kHz. */
    push(samples: Int16Array): void {
      const all = joinSamples([rest, samples])
      let at = 0
      for (; at + FRAME <= all.length; at += FRAME) {
        const frame = all.slice(at, at + FRAME)
        const voiced = isVoiced(frame)
        frameCount++
        if (utterance !== null) {
          goOn(utterance, frame, voiced)
          continue
        }
        before?.frames.push(frame)
        if (before && (frameCount - before.endFrame) * FRAME_MS > SAME_SENTENCE_MS) before = null
        voicedRun = voiced ? voicedRun + 1 : 0
        if (voicedRun >= ONSET_FRAMES) begin(frame)
        else lead = [...lead, frame].slice(-LEAD_MS / FRAME_MS)
      }
      rest = all.slice(at)
    },
    /** Ends the utterance now; one final follows in any case, empty when nobody spoke. */
    finalize: (): Promise<void> => finish('finalize'),
    /** True while somebody speaks. */
    hasUtterance: (): boolean => utterance !== null,
    positionMs: (): number => frameCount * FRAME_MS,
    /** Resolves when every final that is due was told. */
    settled: (): Promise<void> => told,
    /** Drops the work on everything that was not told yet. */
    close(): void {
      closed.abort()
      utterance = null
    },
  }
}
