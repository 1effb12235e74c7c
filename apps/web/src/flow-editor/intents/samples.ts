import type { IntentDeclaration, Language } from '@parley/flow-runtime'

const bare = (sentence: string) =>
  sentence
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Sentences of pasted text: one a line, without list marks; those that are there already, or twice, are counted instead. */
export function addedSamples(samples: readonly string[], pasted: string): { samples: string[]; added: number; doubles: number } {
  const lines = pasted
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•]|\d{1,3}[.)])\s+/, '').trim())
    .filter((line) => line !== '')
  const known = new Set(samples.map(bare))
  const fresh = lines.filter((line) => {
    const isNew = !known.has(bare(line))
    known.add(bare(line))
    return isNew
  })
  return { samples: [...samples, ...fresh], added: fresh.length, doubles: lines.length - fresh.length }
}

/** What is wrong with a sample beside the others. */
export type SampleNote = { kind: 'double' } | { kind: 'near'; to: string } | { kind: 'taken'; by: string }

/** Notes on the samples of an intent in a language, by their place: doubles, near doubles, and sentences another intent has too. */
export function sampleNotes(intent: IntentDeclaration, all: readonly IntentDeclaration[], language: Language): Map<number, SampleNote> {
  const samples = intent.samples[language] ?? []
  const words = samples.map((sample) => new Set(bare(sample).split(' ')))
  const takenBy = new Map(
    all
      .filter(({ name }) => name !== intent.name)
      .flatMap(({ name, samples }) => (samples[language] ?? []).map((one) => [bare(one), name])),
  )
  const notes = new Map<number, SampleNote>()
  samples.forEach((sample, at) => {
    const by = takenBy.get(bare(sample))
    const double = samples.findIndex((other) => bare(other) === bare(sample))
    const near = words.findIndex((other, place) => place < at && isNear(other, words[at] ?? new Set()))
    if (by !== undefined) notes.set(at, { kind: 'taken', by })
    else if (double < at) notes.set(at, { kind: 'double' })
    else if (near >= 0) notes.set(at, { kind: 'near', to: samples[near] ?? '' })
  })
  return notes
}

/** Sentences of four words and more that differ in one of five at most. */
function isNear(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (Math.min(a.size, b.size) < 4) return false
  const shared = [...a].filter((word) => b.has(word)).length
  return shared / (a.size + b.size - shared) >= 0.8
}
