import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createSpeechCache } from '../speech/cache.ts'
import { createCircuits } from '../speech/circuits.ts'
import { SpeechError } from '../speech/speech-error.ts'
import { createSynthesis } from '../speech/synthesis.ts'
import type { Synthesiser } from '../speech/synthesiser.ts'
import { createMouth } from './mouth.ts'
import type { Speaking } from './turn-taker.ts'

const wordMs = 100
const clock = { now: () => performance.now() }

/** Every word lasts 100 ms; `broken` fails after its first word. */
const synthesiser: Synthesiser = {
  async *synthesise({ text }) {
    for (const [i, word] of text.split(' ').entries()) {
      yield { pcm: new Int16Array(wordMs * 24).fill(1_000), words: [{ text: word, startMs: i * wordMs, endMs: (i + 1) * wordMs }] }
      if (text.startsWith('broken')) throw new SpeechError('synthesis', 'BROKEN')
    }
  },
}

function mouth(voice: Synthesiser = synthesiser) {
  const speaking: Speaking['kind'][] = []
  const played: { at: number; samples: number }[] = []
  const state = { floor: false, given: 0, cleared: 0 }
  const made = createMouth({
    synthesiser: voice,
    clock,
    output: {
      sampleRate: 24_000,
      play: (pcm) => {
        state.given += pcm.length
      },
      clear: () => {
        state.cleared += 1
      },
    },
    mayBeInterrupted: ({ interruptible }) => interruptible,
    hasFloor: () => state.floor,
    onSpeaking: ({ kind }) => speaking.push(kind),
    onGiven: () => undefined,
    onDropped: () => undefined,
    onPlayed: (pcm, at) => played.push({ at, samples: pcm.length }),
  })
  const say = (text: string, interruptible = true) => made.say({ id: text, text, language: 'en', interruptible })
  const soundMs = () => played.reduce((sum, { samples }) => sum + samples, 0) / 24
  return { ...made, say, speaking, soundMs, played, state }
}

test('speeches are played out in their order and in real time, and everything is reported as it sounded', async () => {
  const { say, speaking, soundMs } = mouth()
  const startedAt = clock.now()
  const results = await Promise.all([say('one two'), say('three')])
  expect(results).toMatchObject([
    { completed: true, heard: 'one two' },
    { completed: true, heard: 'three' },
  ])
  expect(results[1]?.firstFrameAt ?? 0).toBeGreaterThanOrEqual(startedAt + 200)
  expect(clock.now() - startedAt).toBeGreaterThanOrEqual(300)
  expect(soundMs()).toBeGreaterThanOrEqual(280)
  expect(speaking).toEqual(['preparing', 'interruptible', 'preparing', 'interruptible', 'silent'])
})

test('between two speeches there is a breath, longer after a sentence', async () => {
  const { say } = mouth()
  const gapOf = ([first, second]: { firstFrameAt?: number }[]) => (second?.firstFrameAt ?? 0) - (first?.firstFrameAt ?? 0) - wordMs
  expect(gapOf(await Promise.all([say('One.'), say('two')]))).toBeGreaterThanOrEqual(349)
  expect(gapOf(await Promise.all([say('one'), say('two')]))).toBeGreaterThanOrEqual(249)
  // What is asked for when the first has ended waits as well.
  const { say: ask } = mouth()
  expect(gapOf([await ask('Really?'), await ask('yes')])).toBeGreaterThanOrEqual(349)
})

test('who breaks in while a breath is taken is not spoken to afterwards', async () => {
  const { say, giveWay, state } = mouth()
  const [first, second] = [say('One.'), say('two')]
  await first
  const given = state.given
  giveWay()
  expect(await second).toEqual({ completed: false, heard: '' })
  expect(state.given).toBe(given)
})

test('giving way cuts at once, tells the whole words heard and drops what waits, except what must be said', async () => {
  const { say, giveWay, state } = mouth()
  const [first, second, third] = [say('one two three four five six seven eight nine ten'), say('six'), say('seven', false)]
  await sleep(270)
  const givenBefore = state.given
  giveWay()
  expect(state.cleared).toBe(1)
  expect(await first).toMatchObject({ completed: false, heard: 'one two' })
  expect(await second).toMatchObject({ completed: false, heard: '' })
  expect(givenBefore / 24).toBeLessThan(270 + 540)
  expect(await third).toMatchObject({ completed: true })
})

test('a held speech loses nothing when it goes on', async () => {
  const { say, hold, goOn, soundMs, state } = mouth()
  const spoken = say('one two three')
  await sleep(130)
  hold()
  const [given, heard] = [state.given, soundMs()]
  await sleep(80)
  expect(state.given).toBe(given)
  expect(soundMs()).toBe(heard)
  goOn()
  expect(await spoken).toMatchObject({ completed: true, heard: 'one two three' })
  expect(soundMs()).toBeGreaterThan(275)
  expect(soundMs()).toBeLessThanOrEqual(300)
})

test('a speech whose audio breaks off fails with what was heard', async () => {
  expect(await mouth().say('broken promise')).toMatchObject({
    completed: false,
    heard: 'broken',
    failure: { stage: 'synthesis', code: 'SYNTHESIS_BROKEN' },
  })
})

test('nobody is spoken over: a speech waits until the floor is free', async () => {
  const { say, state } = mouth()
  state.floor = true
  const spoken = say('hello')
  await sleep(60)
  expect(state.given).toBe(0)
  state.floor = false
  expect(await spoken).toMatchObject({ completed: true })
})

test('a process that is busy for a moment is not heard: the sound goes on without a gap', async () => {
  const { say, played } = mouth()
  const spoken = say('one two three four five six seven')
  await sleep(100)
  const busyUntil = clock.now() + 300
  while (clock.now() < busyUntil);
  await spoken
  const gaps = played.slice(1).map(({ at }, i) => at - ((played[i]?.at ?? at) + (played[i]?.samples ?? 0) / 24))
  expect(Math.max(...gaps)).toBeLessThan(1)
})

test('what was prepared is spoken without being asked for again; what is not wanted any more is given up', async () => {
  const asked: { text: string; signal?: AbortSignal }[] = []
  const { say, prepare } = mouth({
    synthesise: (request) => {
      asked.push(request)
      return synthesiser.synthesise(request)
    },
  })
  const wanted = (text: string) => ({ text, language: 'en' as const })
  prepare([wanted('one two'), wanted('three')])
  prepare([wanted('one two')])
  expect(asked.map(({ text }) => text)).toEqual(['one two', 'three'])
  expect(asked.map(({ signal }) => signal?.aborted)).toEqual([false, true])
  expect(await say('one two')).toMatchObject({ completed: true, heard: 'one two', audio: 'live', foreseen: true })
  expect(asked).toHaveLength(2)
  expect(await say('one two')).toMatchObject({ audio: 'live', foreseen: false })
  expect(asked).toHaveLength(3)
})

test('sound that was kept from before is told apart from sound made now', async () => {
  const service = createSpeechCache().keeping(synthesiser, 'local')
  const circuit = createCircuits(clock).of('tenant', 'local')
  const { say } = mouth(createSynthesis([{ id: 'local', languages: [], service, circuit }]))
  expect(await say('one two')).toMatchObject({ audio: 'live', foreseen: false })
  expect(await say('one two')).toMatchObject({ audio: 'kept', foreseen: false })
})
