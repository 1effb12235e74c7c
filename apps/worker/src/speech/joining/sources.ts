import type { SynthesisChunk } from '../synthesiser.ts'
import { fetchedAhead } from './fetched-ahead.ts'

/** A piece of a speech that was made before, or has to be made. */
export type Piece = { text: string; kept?: SynthesisChunk | undefined }

/** The audio of the pieces: what has to be made is asked for now, one piece after the other, whatever sounds meanwhile. */
export function sourcesOf(pieces: readonly Piece[], ask: (text: string) => AsyncIterable<SynthesisChunk>): AsyncIterator<SynthesisChunk>[] {
  let before = Promise.resolve()
  return pieces.map(({ text, kept }) => {
    if (kept) return once(kept)
    const { items, done } = fetchedAhead(after(before, () => ask(text)))
    before = done
    return items[Symbol.asyncIterator]()
  })
}

async function* once(chunk: SynthesisChunk) {
  yield chunk
}

async function* after(before: Promise<void>, ask: () => AsyncIterable<SynthesisChunk>) {
  await before
  yield* ask()
}
