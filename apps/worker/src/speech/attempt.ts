import { SpeechError } from './speech-error.ts'
import type { SynthesisChunk, Synthesiser, SynthesisRequest } from './synthesiser.ts'

const firstAudioDeadlineMs = 1_500
const stallDeadlineMs = 1_500

/** One try with deadlines for the first audio and between pieces; aborts the request when one passes. */
export async function* attempt(synthesiser: Synthesiser, request: SynthesisRequest): AsyncGenerator<SynthesisChunk> {
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
