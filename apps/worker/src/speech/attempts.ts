import { SpeechError } from './speech-error.ts'
import type { SynthesisChunk, Synthesiser, SynthesisRequest } from './synthesiser.ts'

const firstAudioDeadlineMs = 1_500
const stallDeadlineMs = 1_500
/** A voice that failed is not asked again for this long while there is another. */
const restMs = 30_000

/** One try with deadlines for the first audio and between pieces; aborts the request when one passes. */
async function* attempt(synthesiser: Synthesiser, request: SynthesisRequest): AsyncGenerator<SynthesisChunk> {
  const abort = new AbortController()
  const stop = () => abort.abort()
  request.signal?.addEventListener('abort', stop, { once: true })
  const pieces = synthesiser.synthesise({ ...request, signal: abort.signal })[Symbol.asyncIterator]()
  let begun = false
  try {
    for (;;) {
      const piece = await withDeadline(pieces.next(), begun ? stallDeadlineMs : firstAudioDeadlineMs, begun)
      if (piece.done) return
      if (piece.value.pcm.length > 0) begun = true
      yield piece.value
    }
  } finally {
    request.signal?.removeEventListener('abort', stop)
    abort.abort()
  }
}

async function withDeadline<T>(promise: Promise<T>, ms: number, begun: boolean): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const error = new SpeechError('synthesis', begun ? 'BROKEN' : 'TIMEOUT', begun ? 'stalled' : 'no first audio')
    timer = setTimeout(() => reject(error), ms)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
    promise.catch(() => undefined)
  }
}

/**
 * Tries each synthesiser twice (once if it refuses), in order. Only while nothing was heard: a stream that breaks after its first
 * audio fails. One that failed rests while another can speak: the next sentence does not wait for it.
 */
export function withAttempts(first: Synthesiser, ...others: Synthesiser[]): Synthesiser {
  let resting: { failure: SpeechError; until: number } | undefined

  async function* synthesise(request: SynthesisRequest): AsyncGenerator<SynthesisChunk> {
    const rests = others.length > 0 && resting && performance.now() < resting.until
    let failure = rests ? resting?.failure : undefined
    let last = rests ? first : undefined
    for (const synthesiser of (rests ? others : [first, ...others]).flatMap((each) => [each, each])) {
      const isRetry = synthesiser === last
      if (failure && isRetry && !failure.retryable) continue
      if (failure) request.onNote?.({ code: isRetry ? 'PROVIDER_RETRY' : 'PROVIDER_FALLBACK', detail: failure.code })
      last = synthesiser
      let begun = false
      try {
        for await (const piece of attempt(synthesiser, request)) {
          begun ||= piece.pcm.length > 0
          yield piece
        }
        return
      } catch (error) {
        if (!(error instanceof SpeechError) || request.signal?.aborted) throw error
        const isLastTry = isRetry || begun || !error.retryable
        // What it does not take for one text (a voice that does not exist) says nothing about the next.
        if (synthesiser === first && isLastTry && error.fault !== 'REFUSED') resting = { failure: error, until: performance.now() + restMs }
        if (begun) throw error
        failure = error
      }
    }
    throw failure
  }
  return { synthesise }
}
