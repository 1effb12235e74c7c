import type { Language } from '@parley/flow-runtime'
import type { KeptSynthesiser } from '../cache.ts'
import type { SynthesisChunk, Synthesiser, SynthesisRequest } from '../synthesiser.ts'
import { fromWord } from './from-word.ts'
import { createJoiner } from './joiner.ts'
import { openingOf } from './opening.ts'
import { type Piece, sourcesOf } from './sources.ts'
import { splitSpeech } from './split-speech.ts'

type Kept = Pick<KeptSynthesiser, 'synthesise' | 'kept'>

/**
 * Speaks a text out of pieces: its known clauses from what was made before, the rest made meanwhile, asked for when the speech begins. A text with
 * nothing known in it, or made before as a whole, is spoken as ever.
 *
 * Every seam is judged before anything behind it sounds. Where two pieces do not go together (note `SEAM_UNEVEN`), what has sounded stands, and all the
 * rest comes from the whole text in one synthesis, cut at the word of the seam. When another voice has to take over, the rest is left to it.
 */
export function createJoinedSynthesis(synthesis: Kept, knownIn: (language: Language) => ReadonlySet<string>): Synthesiser {
  async function* synthesise(request: SynthesisRequest): AsyncGenerator<SynthesisChunk> {
    const split = splitSpeech(request.text, knownIn(request.language))
    const whole = split.length > 1 ? await synthesis.kept(request) : undefined
    if (whole) return yield whole
    const pieces = split.length > 1 ? await piecesOf(split, (text) => synthesis.kept({ ...request, text })) : []
    if (pieces.length < 2) return yield* synthesis.synthesise(request)
    const abort = new AbortController()
    const signal = request.signal ? AbortSignal.any([request.signal, abort.signal]) : abort.signal
    try {
      yield* joined(synthesis, pieces, { ...request, signal })
    } finally {
      abort.abort()
    }
  }
  return { synthesise }
}

/** What is known but not there yet is made with its neighbours: one request, and no seam. */
async function piecesOf(split: ReturnType<typeof splitSpeech>, find: (text: string) => ReturnType<Kept['kept']>): Promise<Piece[]> {
  const found = await Promise.all(
    split.map(async ({ text, known }): Promise<Piece> => ({ text, kept: known ? await find(text) : undefined })),
  )
  const pieces: Piece[] = []
  for (const piece of found) {
    const before = pieces.at(-1)
    if (before && !before.kept && !piece.kept) pieces[pieces.length - 1] = { text: `${before.text} ${piece.text}` }
    else pieces.push(piece)
  }
  return pieces
}

async function* joined(synthesis: Kept, pieces: readonly Piece[], request: SynthesisRequest): AsyncGenerator<SynthesisChunk> {
  const joiner = createJoiner(request.sampleRate)
  const textBefore = (i: number) => textOf(pieces.slice(0, i))
  let otherVoice = false
  const ask = (text: string) =>
    synthesis.synthesise({
      ...request,
      text,
      onNote(note) {
        otherVoice ||= note.code !== 'PROVIDER_RETRY'
        request.onNote?.(note)
      },
    })

  /** Speaks a piece to its end; false, and nothing, when it does not go with what was said before. */
  async function* speak(chunks: AsyncIterator<SynthesisChunk>, i: number, mustFit: boolean): AsyncGenerator<SynthesisChunk, boolean> {
    if (i > 0) {
      const opening = await openingOf(chunks, request.sampleRate)
      const begun = joiner.begin({ opening, textBefore: textBefore(i), judged: mustFit && !otherVoice })
      if (begun.fault !== undefined) {
        request.onNote?.({ code: 'SEAM_UNEVEN', detail: begun.fault })
        return false
      }
      yield begun.chunk
    }
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield joiner.add(next.value)
    return true
  }

  /** Everything from a piece on, out of the whole text; on its own where the whole has no times of words, or where it is left to another voice. */
  async function* rest(i: number): AsyncGenerator<SynthesisChunk> {
    const words = textBefore(i).split(/\s+/).length
    const cut = fromWord(ask(request.text), words, request.sampleRate)
    const first = otherVoice ? undefined : await cut.next()
    yield* first && !first.done ? withFirst(first.value, cut) : ask(textOf(pieces.slice(i)))
  }

  for (const [i, chunks] of sourcesOf(pieces, ask).entries()) {
    const goesOn = otherVoice && pieces[i]?.kept ? false : yield* speak(chunks, i, true)
    if (goesOn) continue
    yield* speak(rest(i), i, false)
    break
  }
  yield joiner.end()
}

const textOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join(' ')

async function* withFirst(first: SynthesisChunk, others: AsyncIterable<SynthesisChunk>) {
  yield first
  yield* others
}
