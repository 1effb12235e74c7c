import { expect, test } from 'vitest'
import { createJoiner } from './joiner.ts'
import { pauseAfter } from './pause.ts'
import { pitchOf } from './pitch.ts'
import { matchingGain, seamFault } from './seam.ts'
import { levelOf, soundIn } from './sound.ts'
import { splice } from './splice.ts'
import { splitSpeech } from './split-speech.ts'

const rates = [8_000, 24_000] as const
const seeds = Array.from({ length: 60 }, (_, i) => i + 1)

/** Numbers from 0 to 1 that are the same in every run. */
function chance(seed: number) {
  let state = seed * 2_654_435_761
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

/** A voice: a tone with overtones, with silence around it. */
function voice(sampleRate: number, { ms = 500, hz = 120, loud = 4_000, leadMs = 0, trailMs = 0 } = {}): Int16Array {
  const n = (value: number) => Math.round((value * sampleRate) / 1_000)
  const pcm = new Int16Array(n(leadMs) + n(ms) + n(trailMs))
  for (let i = 0; i < n(ms); i += 1) {
    const at = (2 * Math.PI * hz * i) / sampleRate
    pcm[n(leadMs) + i] = Math.round(loud * (Math.sin(at) + Math.sin(2 * at) / 2 + Math.sin(3 * at) / 3))
  }
  return pcm
}

test('a text is its pieces again, and only whole known clauses are taken out of it', () => {
  const clauses = ['Thank you,', 'one moment please.', 'see you then.', 'Is that right?', 'Very good.', 'Dr. Smith waits,']
  for (const seed of seeds) {
    const next = chance(seed)
    const pick = () => clauses[Math.floor(next() * clauses.length)] ?? ''
    const known = new Set([pick(), pick(), `${pick()} ${pick()}`])
    const text = Array.from({ length: 1 + Math.floor(next() * 6) }, pick).join(' ')
    const pieces = splitSpeech(text, known)
    expect(pieces.map((piece) => piece.text).join(' ')).toBe(text)
    for (const piece of pieces) expect(known.has(piece.text)).toBe(piece.known)
    expect(pieces.some((piece, i) => !piece.known && pieces[i + 1]?.known === false)).toBe(false)
  }
})

test('abbreviations, initials and figures end no clause; the longest known run counts', () => {
  const known = new Set(['Hello,', 'Hello, this is the practice of', 'You see Dr.', 'Thank you,', 'Thank you, goodbye.', 'Très bien !'])
  expect(splitSpeech('You see Dr. Smith, Thank you, goodbye.', known)).toEqual([
    { text: 'You see Dr. Smith,', known: false },
    { text: 'Thank you, goodbye.', known: true },
  ])
  expect(splitSpeech('Hello, this is the practice of J. Martin.', known)).toEqual([
    { text: 'Hello,', known: true },
    { text: 'this is the practice of J. Martin.', known: false },
  ])
  expect(splitSpeech('Très bien ! Cela fait 3,5 euros.', known).map(({ known: is }) => is)).toEqual([true, false])
})

test('the pitch of a voice is found within 3 %, and noise and silence have none', () => {
  for (const sampleRate of rates) {
    for (const hz of [80, 110, 160, 220, 300]) {
      const found = pitchOf(voice(sampleRate, { ms: 60, hz }), sampleRate) ?? 0
      expect(Math.abs(found / hz - 1)).toBeLessThan(0.03)
    }
    const next = chance(sampleRate)
    expect(
      pitchOf(
        new Int16Array(sampleRate * 0.06).map(() => Math.round((next() - 0.5) * 8_000)),
        sampleRate,
      ),
    ).toBeUndefined()
    expect(pitchOf(new Int16Array(sampleRate * 0.06), sampleRate)).toBeUndefined()
  }
})

test('a seam is refused beyond 6 dB or 20 % of pitch, and the gain stays within 4 dB', () => {
  for (const sampleRate of rates) {
    const one = voice(sampleRate)
    expect(seamFault(one, voice(sampleRate, { hz: 135, loud: 3_000 }), sampleRate)).toBeUndefined()
    expect(seamFault(one, voice(sampleRate, { loud: 1_500 }), sampleRate)).toBe('ENERGY')
    expect(seamFault(one, voice(sampleRate, { hz: 155 }), sampleRate)).toBe('PITCH')
    expect(matchingGain(one, voice(sampleRate, { loud: 3_000 }), sampleRate)).toBeCloseTo(4 / 3, 1)
    expect(20 * Math.log10(matchingGain(one, voice(sampleRate, { loud: 400 }), sampleRate))).toBeCloseTo(4)
  }
})

test('a splice has no step larger than the sounds themselves', () => {
  for (const seed of seeds) {
    const next = chance(seed)
    const sampleRate = seed % 2 === 0 ? 8_000 : 24_000
    const [one, other] = [voice(sampleRate, { hz: 90 + next() * 200 }), voice(sampleRate, { hz: 90 + next() * 200, leadMs: next() * 5 })]
    const cut = one.subarray(0, one.length - Math.floor(next() * 200))
    const step = (pcm: Int16Array) => pcm.reduce((most, sample, i) => Math.max(most, i === 0 ? 0 : Math.abs(sample - (pcm[i - 1] ?? 0))), 0)
    const pause = Math.floor(next() * 3) * 100
    expect(step(splice(cut, other, pause, sampleRate))).toBeLessThanOrEqual(1.2 * Math.max(step(one), step(other)))
  }
})

test('joined pieces are all there once, a natural pause apart, and their words are where they sound, however they come in', () => {
  for (const seed of seeds) {
    const next = chance(seed)
    const sampleRate = seed % 2 === 0 ? 8_000 : 24_000
    const ends = [',', '.', '?', ':']
    const pieces = Array.from({ length: 2 + Math.floor(next() * 3) }, (_, i) => {
      const shape = { ms: 200 + next() * 600, leadMs: next() * 400, trailMs: next() * 400, loud: 3_000 + next() * 1_500 }
      const text = `word${i}${ends[Math.floor(next() * ends.length)]}`
      return { text, pcm: voice(sampleRate, shape), words: [{ text, startMs: shape.leadMs, endMs: shape.leadMs + shape.ms }], shape }
    })
    const joiner = createJoiner(sampleRate)
    const out: number[] = []
    const words: { text: string; startMs: number; endMs: number }[] = []
    const take = (chunk: ReturnType<typeof joiner.add>) => {
      for (const sample of chunk.pcm) out.push(sample)
      words.push(...chunk.words)
    }
    for (const [i, { pcm, words: known }] of pieces.entries()) {
      const textBefore = pieces[i - 1]?.text
      const opening = textBefore === undefined ? 0 : pcm.length - Math.floor(next() * 100)
      if (textBefore !== undefined) {
        const begun = joiner.begin({ opening: { pcm: pcm.subarray(0, opening), words: known }, textBefore, judged: true })
        if (begun.fault) throw new Error(begun.fault)
        take(begun.chunk)
      }
      for (let at = opening; at < pcm.length; at += 777) take(joiner.add({ pcm: pcm.subarray(at, at + 777), words: at === 0 ? known : [] }))
    }
    take(joiner.end())
    const whole = Int16Array.from(out)
    expect(words.map(({ text }) => text)).toEqual(pieces.map(({ text }) => text))
    for (const [i, { startMs, endMs }] of words.entries()) {
      const spoken = whole.subarray((startMs * sampleRate) / 1_000, (endMs * sampleRate) / 1_000)
      const sound = soundIn(spoken, sampleRate)
      expect(sound?.from).toBeLessThanOrEqual(0.011 * sampleRate)
      expect(levelOf(spoken, sampleRate)).toBeGreaterThan(2_000)
      const following = words[i + 1]
      if (!following) continue
      const { leastMs, mostMs } = pauseAfter(pieces[i]?.text ?? '')
      expect(following.startMs - endMs).toBeGreaterThanOrEqual(leastMs - 12)
      expect(following.startMs - endMs).toBeLessThanOrEqual(mostMs + 12)
      const between = whole.subarray(
        (endMs * sampleRate) / 1_000 + sampleRate * 0.006,
        (following.startMs * sampleRate) / 1_000 - sampleRate * 0.006,
      )
      expect(soundIn(between, sampleRate)).toBeUndefined()
    }
  }
})
