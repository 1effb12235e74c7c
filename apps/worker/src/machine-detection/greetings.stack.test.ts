import { createResampler } from '@parley/audio'
import { templates } from '@parley/flow-runtime/templates'
import { callerRate, speak } from '@parley/testing'
import { expect, test } from 'vitest'
import { answerWith, byTelephone } from '../../test/answer-with.ts'
import { givenWords, greetingSound } from '../../test/greeting-sound.ts'
import { greetings } from '../../test/greetings.ts'
import { readEnv } from '../env.ts'
import { createSpeechProviders, sharedSpeech } from '../speech/providers.ts'
import { installedProviders } from '../speech-config.ts'
import { createBeepDetector } from './beep-detector.ts'

const url = readEnv().SPEECH_SERVER_URL ?? ''
const rounded = (share: number) => Math.round(share * 1_000) / 1_000

test('tells machines from people by what they say, over a telephone', { timeout: 900_000 }, async () => {
  // The embedded recogniser understands English; French words are given to it.
  const { recogniser } = createSpeechProviders(installedProviders({ SPEECH_SERVER_URL: url }), sharedSpeech(), 'test')
  const wrong: string[] = []
  const counts = { rightMachines: 0, calledMachines: 0, machines: 0, rightPeople: 0, calledPeople: 0, people: 0 }
  const decidedMs: number[] = []
  for (const greeting of greetings) {
    const { language, text, isMachine } = greeting
    const pcm = byTelephone(await greetingSound(url, greeting))
    const { last } = await answerWith({ pcm, language, recogniser: language === 'en' ? recogniser : givenWords(text), quietMs: 1_500 })
    const answeredBy = last?.answeredBy ?? 'unsure'
    counts[isMachine ? 'machines' : 'people'] += 1
    if (answeredBy === 'machine') counts.calledMachines += 1
    if (answeredBy === 'human') counts.calledPeople += 1
    if (isMachine && answeredBy === 'machine') counts.rightMachines += 1
    if (!isMachine && answeredBy === 'human') counts.rightPeople += 1
    if (last && isMachine === (answeredBy === 'machine')) decidedMs.push(last.afterMs)
    if (answeredBy !== (isMachine ? 'machine' : 'human')) wrong.push(`${answeredBy}: ${text}`)
  }
  const figures = {
    machinePrecision: rounded(counts.rightMachines / counts.calledMachines),
    machineRecall: rounded(counts.rightMachines / counts.machines),
    humanPrecision: rounded(counts.rightPeople / counts.calledPeople),
    humanRecall: rounded(counts.rightPeople / counts.people),
    medianDecidedMs: decidedMs.sort((a, b) => a - b)[decidedMs.length >> 1],
    of: greetings.length,
  }
  console.info(JSON.stringify({ figures, wrong }, undefined, 1))
  expect(figures.machinePrecision).toBeGreaterThanOrEqual(0.95)
  expect(figures.machineRecall).toBeGreaterThanOrEqual(0.8)
  expect(figures.humanPrecision).toBeGreaterThanOrEqual(0.85)
  expect(figures.humanRecall).toBeGreaterThanOrEqual(0.9)
})

/** Everything the templates say in a language. */
function textsOf(value: unknown, language: 'en' | 'fr'): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === language && typeof inner === 'string' ? [inner] : textsOf(inner, language),
  )
}

test('hears no beep in twenty minutes of speech', { timeout: 900_000 }, async () => {
  const beeps: object[] = []
  let seconds = 0
  for (const [language, voice, speed] of [
    ['en', 'en-us+f2', 0.8],
    ['fr', 'fr+f3', 0.8],
  ] as const) {
    const texts = [...new Set(textsOf(templates, language))].filter((text) => text.length > 25)
    const detector = createBeepDetector()
    const down = createResampler(callerRate, 16_000)
    for (const text of texts) {
      const pcm = down.next(await speak(url, text, voice, speed))
      seconds += pcm.length / 16_000
      const found = [detector.add(pcm, seconds * 1_000), detector.add(new Int16Array(8_000), seconds * 1_000 + 500)]
      for (const beep of found) if (beep) beeps.push({ voice, text, ...beep })
    }
  }
  console.info(`false beeps: ${beeps.length} in ${(seconds / 60).toFixed(1)} minutes of speech`)
  expect(seconds).toBeGreaterThan(20 * 60)
  expect(beeps).toEqual([])
})
