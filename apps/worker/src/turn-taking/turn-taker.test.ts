import { expect, test } from 'vitest'
import type { Transcript } from '../speech/recogniser.ts'
import { createTurnTaker, type Speaking, type TurnDecision, type TurnInput } from './turn-taker.ts'

const frameMs = 32
const loud = [900, 900, 900, 900]
const quiet = [5, 5, 5, 5]

type Span = [fromMs: number, toMs: number]
type Restart = Extract<TurnInput, { type: 'recogniserRestarted' }> & { at: number }
type Timed = Extract<TurnInput, { at: number }> | Restart

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

const listenAt = (at: number, timeoutMs = 6_000): Timed => ({
  type: 'listen',
  at,
  expectation: { kind: 'intent' },
  language: 'en',
  timeoutMs,
})
const speakingAt = (at: number, kind: Speaking['kind']): Timed => ({
  type: 'speaking',
  at,
  speaking:
    kind === 'interruptible' || kind === 'protected'
      ? { kind, startedAt: at, text: 'We are open from nine to six on every working day.' }
      : { kind },
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
  expect(kinds).toEqual(['voiceBegan', 'maySay', 'turnEnded'])
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
    saidAt(1_500, 'book one', { isFinal: false, settled: false }),
  )
  expect(of('turnEnded')).toMatchObject([{ text: 'book one', finalTranscriptAt: undefined }])
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

const early: Timed = { type: 'listen', at: 0, expectation: { kind: 'intent' }, language: 'en', timeoutMs: 60_000, askAfterMs: 100 }
const restartAt = (at: number, asks: number): Restart => ({ type: 'recogniserRestarted', at, asks, askAfterMs: 100 })

test('a line that is renewed after it had answered is asked again, and has its own time to answer', () => {
  const { of } = play(
    { voice: [[1_000, 2_000]], untilMs: 9_000 },
    early,
    saidAt(2_150, 'book a visit'),
    restartAt(2_200, 0),
    saidAt(4_400, 'book a visit'),
  )
  expect(of('finalize')).toHaveLength(2)
  expect(of('recogniserSilent')).toEqual([])
  expect(of('turnEnded')).toMatchObject([{ at: 4_400, text: 'book a visit' }])
})

test('a line that is renewed while it owes the answer to an earlier pause: that answer does not end the turn', () => {
  const voice: Span[] = [
    [1_000, 1_400],
    [1_600, 2_200],
  ]
  const { of } = play({ voice, untilMs: 6_000 }, early, restartAt(1_700, 1), saidAt(2_250, 'book'), saidAt(2_900, 'a visit'))
  expect(of('turnEnded')).toMatchObject([{ at: 2_900, text: 'book a visit' }])
})

test('one that found no words in an earlier pause is waited for when it is late with the rest', () => {
  const voice: Span[] = [
    [1_000, 1_400],
    [1_600, 2_200],
  ]
  const { of, kinds } = play({ voice, untilMs: 9_000 }, early, saidAt(1_900, ''), saidAt(5_500, 'book a visit'))
  expect(kinds).not.toContain('noise')
  expect(of('turnEnded')).toMatchObject([{ at: 5_500, text: 'book a visit' }])
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

test('voice over an interruptible speech holds it at once, and cuts it with its first word', () => {
  const { kinds, of } = play(
    { voice: [[1_000, 1_600]], untilMs: 1_600 },
    listenAt(0),
    speakingAt(0, 'interruptible'),
    saidAt(1_400, 'wait', { isFinal: false, settled: false }),
  )
  expect(kinds).toEqual(['voiceBegan', 'hold', 'bargeIn'])
  expect(of('hold')[0]?.at).toBeLessThanOrEqual(1_000 + 64 + frameMs)
  expect(of('bargeIn')).toMatchObject([{ at: 1_400, onsetAt: 992 }])
})

test('a voice that goes on and on cuts the speech without a word, and at once where nobody listens', () => {
  const long = play({ voice: [[1_000, 2_000]], untilMs: 2_000 }, listenAt(0), speakingAt(0, 'interruptible'))
  expect(long.of('bargeIn')[0]?.at).toBeLessThanOrEqual(1_600 + frameMs)
  const unheard = play({ voice: [[1_000, 2_000]], untilMs: 2_000 }, speakingAt(0, 'interruptible'))
  expect(unheard.of('bargeIn')[0]?.at).toBeLessThanOrEqual(1_120 + frameMs)
})

test.each([
  ['“uh-huh”', 'Uh-huh.'],
  ['our own voice', 'on every working day'],
])('%s over a speech lets it go on within half a second, and is no turn', (_, words) => {
  const { kinds, of } = play({ voice: [[1_000, 1_400]], untilMs: 3_000 }, listenAt(0), speakingAt(0, 'interruptible'), saidAt(1_750, words))
  expect(kinds).toEqual(['voiceBegan', 'hold', 'finalize', 'noise', 'goOn'])
  expect(of('goOn')[0]?.at).toBeLessThanOrEqual(1_400 + 500)
})

test('“uh-huh” into the last words of a speech is no answer to it, “right” after them is', () => {
  const end: Timed[] = [listenAt(0), speakingAt(0, 'interruptible'), speakingAt(1_500, 'silent')]
  const over = play({ voice: [[1_000, 1_400]], untilMs: 9_000 }, ...end, saidAt(1_750, 'Uh-huh.'))
  expect(over.kinds).toEqual(['voiceBegan', 'hold', 'finalize', 'noise', 'contactSilent'])
  const after = play({ voice: [[1_400, 1_800]], untilMs: 9_000 }, ...end, saidAt(2_150, 'Right.'))
  expect(after.of('turnEnded')).toMatchObject([{ text: 'Right.' }])
})

test('a speech goes on as soon as the words are known to be no interruption', () => {
  const sure = saidAt(1_450, 'Uh-huh.', { isFinal: false, settled: false })
  const { of } = play(
    { voice: [[1_000, 1_400]], untilMs: 3_000 },
    listenAt(0),
    speakingAt(0, 'interruptible'),
    sure,
    saidAt(2_100, 'Uh-huh.'),
  )
  expect(of('goOn')[0]?.at).toBeLessThanOrEqual(1_424 + 200 + frameMs)
})

test('“yes” over a yes-or-no question is the answer', () => {
  const question: Timed = { type: 'listen', at: 0, expectation: { kind: 'yesNo' }, language: 'en', timeoutMs: 6_000 }
  const { kinds } = play({ voice: [[1_000, 1_300]], untilMs: 3_000 }, question, speakingAt(0, 'interruptible'), saidAt(1_640, 'yes'))
  expect(kinds).toEqual(['voiceBegan', 'hold', 'finalize', 'bargeIn', 'turnEnded'])
})

test('a cough as long as a word lets the speech go on', () => {
  const { kinds, of } = play({ voice: [[1_000, 1_250]], untilMs: 3_000 }, listenAt(0), speakingAt(0, 'interruptible'), saidAt(1_640, ''))
  expect(kinds).toEqual(['voiceBegan', 'hold', 'finalize', 'noise', 'goOn'])
  expect(of('goOn')[0]?.at).toBeLessThanOrEqual(1_250 + 500)
})

test('a recogniser that may be asked early has answered when the patience is over', () => {
  const early: Timed = { type: 'listen', at: 0, expectation: { kind: 'intent' }, language: 'en', timeoutMs: 6_000, askAfterMs: 100 }
  const { kinds, of } = play({ voice: [[1_000, 1_800]], untilMs: 3_000 }, early, saidAt(2_050, 'book a visit'))
  expect(kinds).toEqual(['voiceBegan', 'finalize', 'maySay', 'turnEnded'])
  expect(of('finalize')[0]?.at).toBeLessThanOrEqual(1_824 + 100 + frameMs)
  expect(of('turnEnded')[0]?.at).toBeLessThanOrEqual(1_824 + 305 + frameMs)
})

test('the answer to an earlier pause does not end a turn that went on', () => {
  const early: Timed = { type: 'listen', at: 0, expectation: { kind: 'intent' }, language: 'en', timeoutMs: 6_000, askAfterMs: 100 }
  const voice: Span[] = [
    [1_000, 1_400],
    [1_600, 1_900],
  ]
  const { of } = play({ voice, untilMs: 4_000 }, early, saidAt(1_950, 'book a visit'), saidAt(2_400, 'for tomorrow'))
  expect(of('finalize')).toHaveLength(2)
  expect(of('turnEnded')).toMatchObject([{ at: 2_400, text: 'book a visit for tomorrow' }])
})

test.each([
  ['words that lead on', 'I would like to', 1_824 + 1_000],
  ['a whole answer', 'yes', 1_824 + 305],
])('%s change how long the pause must be', (_, words, endsAt) => {
  const { of } = play({ voice: [[1_000, 1_800]], untilMs: 5_000 }, listenAt(0), saidAt(1_850, words))
  expect(Math.abs((of('turnEnded')[0]?.at ?? 0) - endsAt)).toBeLessThanOrEqual(frameMs + 18)
})

test('an end that the provider heard ends the turn at once', () => {
  const turn = (at: number, kind: 'eager' | 'ended', text: string): Timed => ({
    type: 'providerTurn',
    at,
    turn: { kind, text, confidence: 0.9 },
  })
  const { kinds, of } = play(
    { voice: [[1_000, 1_800]], untilMs: 3_000 },
    listenAt(0),
    turn(1_850, 'eager', 'book a visit'),
    turn(1_900, 'ended', 'book a visit'),
  )
  expect(kinds).toEqual(['voiceBegan', 'maySay', 'turnEnded'])
  expect(of('turnEnded')).toMatchObject([{ at: 1_900, text: 'book a visit' }])
})

test('a provider that hears turns is waited for, unless a whole answer is likely to be over, or it missed the end', () => {
  const turn = (at: number, kind: 'began' | 'eager', text: string): Timed => ({
    type: 'providerTurn',
    at,
    turn: { kind, text, confidence: 0.9 },
  })
  const listen: Timed = { type: 'listen', at: 0, expectation: { kind: 'yesNo' }, language: 'en', timeoutMs: 60_000, providerTurns: true }
  const said = (...steps: Timed[]) => play({ voice: [[1_000, 1_800]], untilMs: 12_000 }, listen, ...steps)
  expect(said(turn(1_850, 'began', 'yes'), turn(1_900, 'eager', 'yes')).of('turnEnded')).toMatchObject([{ at: 1_900, text: 'yes' }])
  const missed = said(turn(1_850, 'began', 'i am'), turn(1_900, 'eager', 'i am'))
  expect(missed.of('turnEnded')[0]?.at).toBeGreaterThan(1_800 + 6_000)
})

test('the sound of the last words is judged in free speech, and shortens or lengthens the patience', () => {
  const free: Timed = { type: 'listen', at: 0, expectation: { kind: 'free' }, language: 'en', timeoutMs: 6_000 }
  const judged = (finished: boolean) =>
    play({ voice: [[1_000, 1_800]], untilMs: 5_000 }, free, saidAt(1_850, 'my tooth hurts'), { type: 'judged', at: 2_020, finished })
  expect(judged(true).kinds).toEqual(['voiceBegan', 'maySay', 'judge', 'turnEnded'])
  expect(judged(true).of('turnEnded')[0]?.at).toBeLessThanOrEqual(1_824 + 305 + frameMs)
  expect(judged(false).of('turnEnded')[0]?.at).toBeGreaterThanOrEqual(1_824 + 800)
})

test('a short sound only holds the speech for a moment', () => {
  const { kinds, of } = play({ voice: [[1_000, 1_060]], untilMs: 2_000 }, listenAt(0), speakingAt(0, 'interruptible'))
  expect(kinds.slice(0, 3)).toEqual(['voiceBegan', 'hold', 'goOn'])
  expect((of('goOn')[0]?.at ?? 0) - 1_088).toBeLessThanOrEqual(200 + frameMs)
  expect(kinds).not.toContain('bargeIn')
})

test('a held speech goes on when the audio of the contact stops coming', () => {
  const turns = createTurnTaker({ minSpeechMs: 120 })
  turns.handle({ type: 'speaking', at: 0, speaking: { kind: 'interruptible', startedAt: 0, text: '' } })
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
  turns.handle({ type: 'listen', at: 0, expectation: { kind: 'yesNo' }, language: 'en', timeoutMs: 6_000 })
  expect(turns.hasFloor()).toBe(false)
  for (let at = 32; at <= 320; at += 32) turns.handle({ type: 'frame', at, durationMs: 32, probability: 0.9, levels: loud })
  expect(turns.hasFloor()).toBe(true)
  for (let at = 352; at <= 640; at += 32) turns.handle({ type: 'frame', at, durationMs: 32, probability: 0.01, levels: quiet })
  expect(turns.hasFloor()).toBe(true)
  turns.handle({ type: 'transcript', at: 650, transcript: { text: 'no', confidence: 1, isFinal: true, settled: true } })
  expect(turns.hasFloor()).toBe(false)
})

test.each([
  ['words', 'so I said to him', ['voiceBegan', 'tooLong', 'finalize', 'turnEnded']],
  ['no words', '', ['voiceBegan', 'tooLong', 'finalize', 'noise', 'contactSilent']],
])('a voice without an end, and %s, is a turn of a minute', (_, words, decided) => {
  const { happened, kinds, of } = play({ voice: [[1_000, 90_000]], untilMs: 70_000 }, listenAt(0), saidAt(61_100, words))
  expect(kinds).toEqual(decided)
  expect(of('tooLong')[0]?.at).toBeLessThanOrEqual(61_000 + frameMs)
  expect(happened.at(-1)?.at).toBe(61_100)
})

test('five minutes of speech without a pause are a turn for every minute', () => {
  const minutes = [0, 1, 2, 3]
  const steps = minutes.flatMap((minute) => [listenAt(minute * 62_000), saidAt(minute * 62_000 + 61_500, `minute ${minute}`)])
  const { of } = play({ voice: [[1_000, 300_000]], untilMs: 248_000 }, ...steps)
  expect(of('turnEnded')).toMatchObject(minutes.map((minute) => ({ text: `minute ${minute}` })))
  expect(of('tooLong')).toHaveLength(4)
})

test('a voice that was too long keeps nobody from speaking, and is heard anew', () => {
  const turns = createTurnTaker({ minSpeechMs: 120 })
  const decided: string[] = []
  const handle = (input: TurnInput) => void decided.push(...turns.handle(input).map(({ type }) => type))
  const speak = (fromMs: number, toMs: number, probability = 0.95) => {
    for (let at = fromMs + frameMs; at <= toMs; at += frameMs)
      handle({ type: 'frame', at, durationMs: frameMs, probability, levels: probability > 0.5 ? loud : quiet })
  }
  handle(listenAt(0))
  speak(0, 60_096)
  expect(turns.hasFloor()).toBe(true)
  handle(saidAt(60_100, 'and then'))
  speak(60_096, 60_608)
  expect(turns.hasFloor()).toBe(false)
  handle(listenAt(60_608))
  handle(speakingAt(60_608, 'interruptible'))
  speak(60_608, 62_208)
  expect(decided).toEqual(['voiceBegan', 'tooLong', 'finalize', 'turnEnded', 'voiceBegan'])
  speak(62_208, 62_848, 0.02)
  speak(62_848, 63_008)
  expect(turns.hasFloor()).toBe(true)
})
