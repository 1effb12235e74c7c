import { expect, test } from 'vitest'
import { silentLine } from '../../test/silent-line.ts'
import type { SynthesisRequest } from '../speech/synthesiser.ts'
import type { PortEvent } from '../voice-port.ts'
import { createLinePort } from './line-port.ts'
import { voiceWindow } from './voice-detector.ts'

/** A line port on a line that tells what it is given, and speech providers that tell what they are asked. */
function linePort({
  voice = () => 0,
  detects = false,
  isLate = false,
}: {
  voice?: () => number
  detects?: boolean
  isLate?: boolean
} = {}) {
  const clock = { at: 10_000, now: () => clock.at }
  const heard: string[] = []
  const answers: (() => void)[] = []
  const spoken: SynthesisRequest[] = []
  const recorded: number[] = []
  const { line, tell } = silentLine()
  const port = createLinePort(line, {
    clock,
    detector: { detect: async () => voice() },
    voiceFor: (language) => (language === 'fr' ? 'maison' : 'house'),
    ...(detects && { machineDetection: { language: 'en' as const } }),
    interruption: { enabled: true, minSpeechMs: 120 },
    speech: {
      recogniser: {
        open: ({ language }, { onTranscript }) => {
          heard.push(language)
          const answer = () => onTranscript({ text: 'hello', confidence: 0.9, isFinal: true, settled: true })
          const finalize = () => (isLate ? void answers.push(answer) : answer())
          return { asksEarly: false, turns: false, begin() {}, push() {}, finalize, restart() {}, close() {} }
        },
      },
      synthesiser: {
        async *synthesise(request) {
          spoken.push(request)
          yield { pcm: new Int16Array(0), words: [] }
        },
      },
    },
    recorder: { contact: (pcm) => void recorded.push(pcm[0] ?? 0), agent() {} },
  })
  /** One window of the contact's sound at the present instant. */
  const sound = (pcm = new Int16Array(voiceWindow).fill(7)) => tell({ type: 'audio', pcm, at: clock.at })
  return { port, clock, heard, answers, spoken, recorded, sound, tell }
}

const detected = () => new Promise((resolve) => setImmediate(resolve))

const plain = { id: 'e1', language: 'en', timeoutMs: 6_000, expectation: { kind: 'intent', hints: [] } } as const
const secret = { ...plain, id: 'e2', keys: { secret: 'secret:pin:1:1' } } as const

test('nothing of the contact is recorded while a secret is typed, nor the tone of its last key', async () => {
  const { port, clock, recorded, sound } = linePort()
  port.listen(plain)
  sound()
  port.listen(secret)
  sound()
  port.listen({ ...plain, id: 'e3' })
  clock.at += 500
  sound()
  clock.at += 600
  sound()
  expect(recorded).toEqual([7, 0, 0, 7])
  await port.close()
})

test('a key heard in the audio is pressed, once though the line tells it too', async () => {
  const { port, clock, tell } = linePort()
  const keys: string[] = []
  port.onEvent((event) => void (event.type === 'keyPressed' && keys.push(event.key)))
  const tone = (at: number) => 4_000 * (Math.sin((2 * Math.PI * 770 * at) / 16_000) + Math.sin((2 * Math.PI * 1_336 * at) / 16_000))
  tell({ type: 'audio', pcm: Int16Array.from({ length: 1_600 }, (_, at) => tone(at)), at: clock.at })
  clock.at += 60
  tell({ type: 'key', key: '5' })
  clock.at += 300
  tell({ type: 'key', key: '5' })
  expect(keys).toEqual(['5', '5'])
  await port.close()
})

test('a key whose tone is held, and whose audio is of another instant than its message, is one press', async () => {
  const { port, clock, tell } = linePort()
  const keys: string[] = []
  port.onEvent((event) => void (event.type === 'keyPressed' && keys.push(event.key)))
  const tone = (at: number) => 4_000 * (Math.sin((2 * Math.PI * 770 * at) / 16_000) + Math.sin((2 * Math.PI * 1_336 * at) / 16_000))
  for (let ms = 0; ms < 600; ms += 20) {
    tell({ type: 'audio', pcm: Int16Array.from({ length: 320 }, (_, at) => tone(at + ms * 16)), at: clock.at - 5_000 })
    clock.at += 20
  }
  tell({ type: 'audio', pcm: new Int16Array(1_600), at: clock.at - 5_000 })
  clock.at += 100
  tell({ type: 'key', key: '5' })
  expect(keys).toEqual(['5'])
  await port.close()
})

test('the rest of a secret that is still being said after its entry is not recorded', async () => {
  const { port, clock, recorded, sound } = linePort({ voice: () => 1 })
  port.listen(secret)
  for (let at = 0; at < 3_000; at += 32) {
    if (at === 320) port.stopListening()
    sound()
    clock.at += 32
    await detected()
  }
  expect(recorded.every((sample) => sample === 0)).toBe(true)
  port.listen({ ...plain, id: 'e3' })
  clock.at += 1_100
  sound()
  expect(recorded.at(-1)).toBe(7)
  await port.close()
})

test('a listening that is open goes on in the language the call switches to', async () => {
  const { port, heard } = linePort()
  port.setLanguage('fr')
  port.listen(plain)
  port.setLanguage('en')
  port.setLanguage('fr')
  expect(heard).toEqual(['en', 'fr'])
  await port.close()
})

test('a speech has the voice of its node, else the flow’s for its language, and only the named ones are dropped', async () => {
  const { port, clock, spoken } = linePort()
  const breathing = setInterval(() => {
    clock.at += 50
  }, 1)
  const speech = { id: 'e4', text: 'Hello.', language: 'en', interruptible: false } as const
  const named = port.say({ ...speech, voice: 'anna' })
  const other = port.say({ ...speech, id: 'e5' })
  const french = port.say({ ...speech, id: 'e6', language: 'fr' })
  port.interrupt(['e4'])
  expect(await Promise.all([named, other, french])).toMatchObject([{ completed: false }, { completed: true }, { completed: true }])
  expect(spoken.map(({ voiceId }) => voiceId)).toEqual(['anna', 'house', 'maison'])
  clearInterval(breathing)
  await port.close()
})

test('between the keys of one entry the recogniser stays, and is another for the next question', async () => {
  const { port, heard } = linePort()
  port.listen(plain)
  for (const id of ['e2', 'e3', 'e4']) port.listen({ ...secret, id })
  port.listen({ ...plain, id: 'e5', expectation: { kind: 'yesNo', hints: [] } })
  expect(heard).toEqual(['en', 'en', 'en'])
  await port.close()
})

/** A call whose contact speaks (and beeps) in these spans of milliseconds: what the port tells, and when. */
async function answered({
  detects,
  voice,
  beep = [0, 0],
}: {
  detects: boolean
  voice: readonly (readonly [number, number])[]
  beep?: readonly [number, number]
}) {
  let isVoice = false
  const { port, clock, sound } = linePort({ detects, voice: () => (isVoice ? 1 : 0) })
  const told: (PortEvent & { afterMs: number })[] = []
  const startedAt = clock.at
  port.onEvent((event) => told.push({ ...event, afterMs: clock.at - startedAt }))
  port.listen({ ...plain, timeoutMs: 60_000 })
  for (let ms = 0; ms < 10_000; ms += 32) {
    const within = ([from, to]: readonly [number, number]) => ms >= from && ms < to
    isVoice = voice.some(within)
    const level = isVoice ? 3_000 : 0
    const tone = (at: number) =>
      within(beep) ? 6_000 * Math.sin((2 * Math.PI * 1_000 * (ms * 16 + at)) / 16_000) : level * (at % 2 ? 1 : -1)
    clock.at += 32
    sound(Int16Array.from({ length: voiceWindow }, (_, at) => tone(at)))
    await detected()
  }
  await port.close()
  return told
}

test('a person who says hello is answered as soon as without detection', async () => {
  const voice = [[320, 960]] as const
  const [plainly, watched] = [await answered({ detects: false, voice }), await answered({ detects: true, voice })]
  const said = (events: typeof plainly) => events.find(({ type }) => type === 'contactSaid')
  expect(said(watched)).toEqual(said(plainly))
  expect(said(watched)?.afterMs).toBeLessThan(1_400)
  expect(watched).toContainEqual(
    expect.objectContaining({ type: 'answeredBy', judgement: expect.objectContaining({ answeredBy: 'human' }) }),
  )
  expect(watched.map(({ type }) => type)).not.toContain('machineDetected')
})

test('a machine is told when its greeting is too long for a person’s, and again when its beep is over', async () => {
  const told = await answered({ detects: true, voice: [[320, 5_000]], beep: [5_600, 6_112] })
  const of = (type: PortEvent['type']) => told.filter((event) => event.type === type)
  expect(of('machineDetected')).toHaveLength(1)
  expect(of('machineDetected')[0]?.afterMs).toBeLessThan(4_100)
  expect(of('outsideEvent')).toMatchObject([{ name: 'beep', data: { hz: 1_000 } }])
  expect(of('outsideEvent')[0]?.afterMs).toBeGreaterThanOrEqual(6_112)
  expect(of('outsideEvent')[0]?.afterMs).toBeLessThan(6_350)
})

test('a machine without a beep may be talked to when it has been silent for two and a half seconds', async () => {
  const told = await answered({ detects: true, voice: [[320, 5_000]] })
  const ready = told.find(({ type }) => type === 'outsideEvent')
  expect(ready).toMatchObject({ name: 'beep', data: null })
  expect(Math.abs((ready?.afterMs ?? 0) - 7_500)).toBeLessThan(150)
})

/** Somebody speaks for half a second, and then is silent for so long, to a recogniser that does not answer. */
async function unanswered(silentMs: number) {
  let isVoiced = true
  const line = linePort({ voice: () => (isVoiced ? 1 : 0), isLate: true })
  const told: PortEvent[] = []
  line.port.onEvent((event) => void told.push(event))
  line.port.listen(plain)
  for (let ms = 0; ms < 500 + silentMs; ms += 32) {
    isVoiced = ms < 500
    line.clock.at += 32
    line.sound()
    await detected()
  }
  return { ...line, told }
}

test('a recogniser that is late is waited for, the agent may speak meanwhile, and its words count', async () => {
  const { port, clock, answers, spoken, sound, told } = await unanswered(7_000)
  expect(told.map(({ type }) => type)).toEqual(['recognitionLate', 'recognitionLate', 'recognitionLate'])
  await port.say({ id: 'waiting', text: 'One moment.', language: 'en', interruptible: true })
  expect(spoken.map(({ text }) => text)).toEqual(['One moment.'])
  answers[0]?.()
  clock.at += 32
  sound()
  await detected()
  expect(told.at(-1)).toMatchObject({ type: 'contactSaid', text: 'hello' })
  await port.close()
})

test('a recogniser that does not answer for nine seconds is given up', async () => {
  const { port, told } = await unanswered(9_500)
  expect(told.at(-1)).toEqual({ type: 'failed', stage: 'recognition', code: 'RECOGNITION_TIMEOUT' })
  await port.close()
})
