import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { openFedLine } from '../../test/fed-line.ts'
import { music, noise, sounding, withEach } from '../../test/sounds.ts'
import { speechTrials } from '../../test/speech-trials.ts'
import { createSpeechProviders, sharedSpeech } from '../speech/providers.ts'
import { installedProviders } from '../speech-config.ts'
import { turnTimes } from './patience.ts'

const url = process.env.SPEECH_SERVER_URL ?? ''
const trials = speechTrials(url)
const speech = createSpeechProviders(installedProviders({ SPEECH_SERVER_URL: url }), sharedSpeech(), 'trial')
const pause = sounding(0.7, () => 0)

let yes: Int16Array
let story: Int16Array
beforeAll(async () => {
  yes = await trials.voice('yes please')
  story = await trials.voice('I would like to talk about something else', 'en-us+m3')
})

function fedLine(options?: Parameters<typeof openFedLine>[1]) {
  const line = openFedLine(speech, options)
  onTestFinished(() => line.port.close())
  const codes = () => line.notes.map(({ code }) => code)
  return { ...line, codes }
}

test.each<[string, Int16Array, string[]]>([
  ['silence', sounding(9, () => 0), ['AUDIO_SILENT']],
  ['white noise', sounding(9, () => 6_000 * noise()), ['AUDIO_NOISE']],
  ['music', sounding(9, music), ['AUDIO_NOISE']],
  ['a constant voltage', sounding(9, () => 6_000), ['AUDIO_OFFSET']],
])('%s is nobody speaking, and the next answer is heard', async (_, sound, notes) => {
  const line = fedLine({ timeoutMs: 6_000 })
  await line.feed(sound)
  expect(line.answers()).toMatchObject([{ type: 'contactSilent' }])
  expect(line.codes()).toEqual(notes)
  await line.feed(pause)
  line.listen()
  await line.feed(yes)
  expect(await line.answer()).toMatchObject({ type: 'contactSaid', text: 'yes please' })
})

test.each<[string, (sample: number) => number, string[]]>([
  ['cut off at full scale', (sample) => sample * 12, ['AUDIO_CLIPPED']],
  ['beside the zero', (sample) => sample + 4_000, ['AUDIO_OFFSET']],
  ['in a noisy room', (sample) => sample + 300 * noise(), []],
])('a voice %s is understood and noted', async (_, change, notes) => {
  const line = fedLine()
  await line.feed(pause)
  await line.feed(withEach(yes, change))
  const answer = await line.answer()
  expect(answer).toMatchObject({ type: 'contactSaid', text: expect.stringContaining('yes') })
  await line.feed(pause)
  await line.feed(pause)
  expect(line.codes()).toEqual(notes)
})

test.each([
  ['odd sizes', [1, 7, 333, 1_000]],
  ['no samples now and then', [0, 320, 0, 0, 160]],
  ['half a second', [8_000]],
])('frames of %s are the same words', async (_, frames) => {
  const line = fedLine()
  await line.feed(pause, { frames })
  await line.feed(yes, { frames })
  expect(await line.answer()).toMatchObject({ type: 'contactSaid', text: 'yes please' })
  expect(line.codes()).toEqual([])
})

test('two voices at once end in one answer', async () => {
  const line = fedLine({ timeoutMs: 6_000 })
  await line.feed(withEach(story, (sample, at) => sample + (yes[at] ?? 0)))
  await line.answer()
  await line.feed(pause)
  expect(line.answers()).toHaveLength(1)
})

test('audio of another rate than it is taken for ends in an answer and is noted', async () => {
  const line = fedLine({ timeoutMs: 6_000 })
  const phrase = Int16Array.from([...yes, ...pause])
  for (const end = line.now() + 10_000; line.now() < end; ) await line.feed(phrase, { trueRate: 24_000 })
  if (line.answers().length === 0) await line.answer()
  expect(line.codes()).toContain('AUDIO_RATE')
})

test('speech without a pause ends after a minute, and the next answer is heard', async () => {
  const line = fedLine({ timeoutMs: 6_000, expectation: { kind: 'free', patience: 'long', hints: [] } })
  const from = line.now()
  while (line.answers().length === 0 && line.now() - from < 2 * turnTimes.maxTurnMs) await line.feed(story)
  const [answer] = line.answers()
  // A recogniser that understands nothing of it leaves a silent contact.
  expect(['contactSaid', 'contactSilent']).toContain(answer?.type)
  expect((answer?.at ?? 0) - from).toBeGreaterThan(turnTimes.maxTurnMs - 1_000)
  expect(line.codes()).toEqual(['TURN_TOO_LONG'])
  await line.feed(pause)
  line.listen()
  await line.feed(story)
  await line.answer()
  expect(line.codes()).toEqual(['TURN_TOO_LONG'])
})
