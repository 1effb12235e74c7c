import { expect, test } from 'vitest'
import type { Transcript } from '../speech/recogniser.ts'
import { createTurnTaker, type Speaking, type TurnDecision, type TurnInput } from './turn-taker.ts'

const frameMs = 32
const loud = [900, 900, 900, 900]
const quiet = [5, 5, 5, 5]

type Span = [fromMs: number, toMs: number]
type Timed = Extract<TurnInput, { at: number }>

/** Plays inputs in the order of their time; voice is given as spans, frames and ticks come by themselves until `untilMs`. */
function play({ voice = [], untilMs, minSpeechMs = 120 }: { voice?: Span[]; untilMs: number; minSpeechMs?: number }, ...steps: Timed[]) {
  const turns = createTurnTaker({ minSpeechMs })
  const inputs = [...steps]
  for (let at = frameMs; at <= untilMs; at += frameMs) {
    const voiced = voice.some(([from, to]) => at > from && at - frameMs < to)
    inputs.push({ type: 'frame', at, durationMs: frameMs, probability: voiced ? 0.95 : 0.02, levels: voiced ? loud : quiet })
  }
  for (let at = 50; at <= untilMs; at += 50) inputs.push({ type: 'tick', at })
  const happened: ({ at: number } & TurnDecision)[] = []
  for (const input of inputs.sort((a, b) => a.at - b.at))
    for (const decision of turns.handle(input)) happened.push({ at: input.at, ...decision })
  return {
    happened,
    kinds: happened.map(({ type }) => type),
    of: (type: TurnDecision['type']) => happened.filter((each) => each.type === type),
  }
}

const listenAt = (at: number, timeoutMs = 6_000): Timed => ({ type: 'listen', at, patienceMs: 300, timeoutMs })
const speakingAt = (at: number, kind: Speaking['kind']): Timed => ({
  type: 'speaking',
  at,
  speaking: kind === 'interruptible' || kind === 'protected' ? { kind, startedAt: at } : { kind },
})
const saidAt = (at: number, text: string, flags: Partial<Transcript> = {}): Timed => ({
  type: 'transcript',
  at,
  transcript: { text, confidence: 0.9, isFinal: true, settled: true, ...flags },
})

test('a turn ends after the patience, with what the recogniser answers to it', () => {
  const { happened, kinds } = play({ voice: [[1_000, 1_800]], untilMs: 4_000 }, listenAt(0), saidAt(2_160, 'half past three'))
  expect(kinds).toEqual(['voiceBegan', 'finalize', 'turnEnded'])
  const [began, finalize, ended] = happened
  expect(began).toMatchObject({ onsetAt: 992 })
  expect(finalize?.at).toBeGreaterThanOrEqual(2_100)
  expect(finalize?.at).toBeLessThan(2_160)
  expect(ended).toMatchObject({
    text: 'half past three',
    confidence: 0.9,
    speechEndAt: 1_824,
    endOfTurnAt: finalize?.at,
    finalTranscriptAt: 2_160,
  })
})

test('an answer that is already settled when the patience is over ends the turn without asking', () => {
  const { kinds, of } = play({ voice: [[1_000, 1_800]], untilMs: 3_000 }, listenAt(0), saidAt(1_900, 'yes'))
  expect(kinds).toEqual(['voiceBegan', 'turnEnded'])
  expect(of('turnEnded')[0]?.at).toBeLessThan(2_160)
})

test('somebody who goes on within the patience, or before the answer came, is one turn with all their words', () => {
  const within = play(
    {
      voice: [
        [1_000, 1_500],
        [1_700, 2_200],
      ],
      untilMs: 4_000,
    },
    listenAt(0),
    saidAt(1_600, 'zero six'),
    saidAt(2_600, 'twelve'),
  )
  expect(within.of('turnEnded')).toMatchObject([{ text: 'zero six twelve' }])
  const late = play(
    {
      voice: [
        [1_000, 1_500],
        [1_850, 2_400],
      ],
      untilMs: 4_000,
    },
    listenAt(0),
    saidAt(1_890, 'zero six'),
    saidAt(2_800, 'twelve'),
  )
  expect(late.kinds).toEqual(['voiceBegan', 'finalize', 'finalize', 'turnEnded'])
  expect(late.of('turnEnded')).toMatchObject([{ text: 'zero six twelve' }])
})

test('without a last word the turn ends at its deadline with what is known', () => {
  const { of } = play(
    { voice: [[1_000, 1_800]], untilMs: 5_000 },
    listenAt(0),
    saidAt(1_500, 'book an', { isFinal: false, settled: false }),
  )
  expect(of('turnEnded')).toMatchObject([{ text: 'book an', finalTranscriptAt: undefined }])
  expect(of('turnEnded')[0]?.at).toBeLessThan(1_824 + 1_600)
})

test.each([
  ['an empty answer', [[1_000, 1_400]], [saidAt(1_800, '')]],
  ['a click', [[1_000, 1_020]], []],
] satisfies [string, Span[], Timed[]][])('%s is noise: listening goes on and the silence clock was not reset', (_, voice, answers) => {
  const { kinds, of } = play({ voice, untilMs: 7_000 }, listenAt(0), ...answers)
  expect(kinds.filter((kind) => kind !== 'finalize')).toEqual(['voiceBegan', 'noise', 'contactSilent'])
  expect(of('contactSilent')[0]?.at).toBe(6_000)
})

test('a recogniser without a single message about clear speech is asked again, then reported', () => {
  const { of, kinds } = play({ voice: [[1_000, 2_000]], untilMs: 8_000 }, listenAt(0, 60_000))
  expect(of('recogniserSilent').slice(0, 2)).toMatchObject([{ tries: 1 }, { tries: 2 }])
  expect(kinds).not.toContain('contactSilent')
})

test('words count although the voice was too soft for the detector', () => {
  const { of } = play({ untilMs: 3_000 }, listenAt(0), saidAt(1_000, 'yes', { settled: false }))
  expect(of('turnEnded')).toMatchObject([{ text: 'yes' }])
})

test('the silence clock starts when the queued speech has ended', () => {
  const { of } = play(
    { untilMs: 12_000 },
    speakingAt(0, 'preparing'),
    listenAt(0),
    speakingAt(500, 'interruptible'),
    speakingAt(4_000, 'silent'),
  )
  expect(of('contactSilent')).toMatchObject([{ at: 10_000 }])
})

test('voice over an interruptible speech holds it at once and cuts it when it lasts', () => {
  const { kinds, of } = play({ voice: [[1_000, 1_600]], untilMs: 1_600 }, listenAt(0), speakingAt(0, 'interruptible'))
  expect(kinds).toEqual(['voiceBegan', 'hold', 'bargeIn'])
  const [barge] = of('bargeIn')
  expect(barge?.at).toBeLessThanOrEqual(1_000 + 120 + frameMs)
  expect(of('hold')[0]?.at).toBeLessThanOrEqual(1_000 + 64 + frameMs)
})

test('a short sound only holds the speech for a moment', () => {
  const { kinds, of } = play({ voice: [[1_000, 1_060]], untilMs: 2_000 }, listenAt(0), speakingAt(0, 'interruptible'))
  expect(kinds.slice(0, 3)).toEqual(['voiceBegan', 'hold', 'goOn'])
  expect((of('goOn')[0]?.at ?? 0) - 1_088).toBeLessThanOrEqual(100 + frameMs)
  expect(kinds).not.toContain('bargeIn')
})

test('a held speech goes on when the audio of the contact stops coming', () => {
  const turns = createTurnTaker({ minSpeechMs: 120 })
  turns.handle({ type: 'speaking', at: 0, speaking: { kind: 'interruptible', startedAt: 0 } })
  const frame = (at: number) => turns.handle({ type: 'frame', at, durationMs: 32, probability: 0.9, levels: loud })
  expect([...frame(500), ...frame(532)]).toEqual([{ type: 'hold' }])
  expect(turns.handle({ type: 'tick', at: 1_600 })).toEqual([{ type: 'goOn' }])
})

test.each([
  ['a speech that may not be interrupted', speakingAt(0, 'protected')],
  ['a speech that has only just begun', speakingAt(1_000, 'interruptible')],
] satisfies [string, Timed][])('%s is not cut', (_, step) => {
  const { kinds } = play({ voice: [[900, 1_130]], untilMs: 1_140, minSpeechMs: 400 }, listenAt(0), step)
  expect(kinds).not.toContain('bargeIn')
  expect(kinds).not.toContain('hold')
})

test('voice during a speech that may not be interrupted is not listened to', () => {
  const { kinds } = play({ voice: [[1_000, 2_000]], untilMs: 5_000 }, speakingAt(0, 'protected'), listenAt(10), speakingAt(2_100, 'silent'))
  expect(kinds).toEqual([])
})

test('the floor is the contact’s until the words are here, and free without voice', () => {
  const turns = createTurnTaker({ minSpeechMs: 120 })
  turns.handle({ type: 'listen', at: 0, patienceMs: 200, timeoutMs: 6_000 })
  expect(turns.hasFloor()).toBe(false)
  for (let at = 32; at <= 320; at += 32) turns.handle({ type: 'frame', at, durationMs: 32, probability: 0.9, levels: loud })
  expect(turns.hasFloor()).toBe(true)
  for (let at = 352; at <= 640; at += 32) turns.handle({ type: 'frame', at, durationMs: 32, probability: 0.01, levels: quiet })
  expect(turns.hasFloor()).toBe(true)
  turns.handle({ type: 'transcript', at: 650, transcript: { text: 'no', confidence: 1, isFinal: true, settled: true } })
  expect(turns.hasFloor()).toBe(false)
})
