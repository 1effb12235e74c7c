import type { UnderstandRequest } from '@parley/flow-runtime'
import { describe, expect, it } from 'vitest'
import { appointmentIntents, inScope, outOfScope } from './intents/appointment-intents.fixture.ts'
import * as french from './intents/french-appointment-intents.fixture.ts'
import { createLocalEngine } from './local-engine.ts'

const request = (text: string, more: Partial<UnderstandRequest> = {}): UnderstandRequest => ({
  text,
  language: 'en',
  intents: appointmentIntents,
  slots: [],
  timeZone: 'Europe/Paris',
  now: Date.UTC(2026, 10, 20, 9, 0),
  ...more,
})

describe('intents of the local engine', () => {
  const engine = createLocalEngine()

  it.each(inScope)('%s', async (text, intent) => {
    const answer = await engine.understand(request(text))
    expect(answer.intent).toBe(intent)
    expect(answer.confidence).toBeGreaterThan(0.5)
  })

  it.each(outOfScope)('none of these: %s', async (text) => expect((await engine.understand(request(text))).confidence).toBeLessThan(0.3))

  it('is sure of every sample, in the words of a recogniser', async () => {
    for (const { name, samples } of appointmentIntents) {
      for (const sample of samples) {
        const answer = await engine.understand(request(sample.toLowerCase().replace(/[^a-z' ]/g, ' ')))
        expect([answer.intent, answer.confidence > 0.8]).toEqual([name, true])
      }
    }
  })

  it('names the sample it went by, never one of another intent or a description', async () => {
    expect((await engine.understand(request('i want to make an appointment'))).closestSample).toMatch(/appointment/i)
    for (const [text, intent] of inScope) {
      const { closestSample } = await engine.understand(request(text))
      const own = appointmentIntents.find(({ name }) => name === intent)?.samples
      if (closestSample !== undefined) expect(own).toContain(closestSample)
    }
  })

  it('says "none of these" to noise', async () => {
    expect(await engine.understand(request('asdf qwer zxcv'))).toMatchObject({ intent: null, engine: 'local', slots: [] })
    expect(await engine.understand(request(''))).toMatchObject({ intent: null })
  })

  it('learns from a description or a name alone', async () => {
    const intents = [
      { name: 'openingHours', samples: [] },
      { name: 'prices', description: 'asks what a treatment costs', samples: [] },
    ]
    const answer = await engine.understand(request('what are your opening hours', { intents }))
    expect(answer.candidates[0]?.intent).toBe('openingHours')
    expect((await engine.understand(request('what does the treatment cost', { intents }))).candidates[0]?.intent).toBe('prices')
  })

  describe('a yes or no', () => {
    const wishes = [
      {
        name: 'stop',
        samples: ['stop calling me', "don't call me again", 'I do not want any more calls', 'never call this number', 'leave me alone'],
      },
      { name: 'who', samples: ['who is this', 'what is this about', 'are you a robot', 'why are you calling me', 'which company are you'] },
      {
        name: 'person',
        samples: ["I don't want to talk to a robot", 'can I talk to someone', 'a person please', 'put me through to a human'],
      },
    ]
    const confidenceOf = async (text: string) => (await engine.understand(request(text, { intents: wishes }))).confidence

    it.each(['no', "no we don't", 'no, not yet', 'not really', "no I haven't", "I don't know", 'yes', 'yes we do'])(
      'alone is none of the wishes: %s',
      async (text) => expect(await confidenceOf(text)).toBeLessThan(0.6),
    )

    it.each(['yes', 'well yes we are', 'yes of course'])('counts where a sample is one: %s', async (text) => {
      const answers = [
        { name: 'interested', samples: ['yes', 'I am still looking', 'tell me more', 'go ahead', 'we want to buy'] },
        { name: 'notInterested', samples: ['no', 'not interested', 'we have found something', 'leave it', 'we changed our mind'] },
      ]
      const { intent, confidence } = await engine.understand(request(text, { intents: answers }))
      expect([intent, confidence > 0.5]).toEqual(['interested', true])
    })

    it.each(['no, stop calling me', "no, don't call again", 'who are you', 'no, a person please'])(
      'with a wish is that wish: %s',
      async (text) => expect(await confidenceOf(text)).toBeGreaterThan(0.6),
    )
  })

  it('manages with one intent and with none', async () => {
    const one = appointmentIntents.slice(0, 1)
    expect(await engine.understand(request('book an appointment', { intents: one }))).toMatchObject({ intent: 'book' })
    expect(await engine.understand(request('book an appointment', { intents: [] }))).toMatchObject({ intent: null, candidates: [] })
  })
})

describe('intents of the local engine, in French', () => {
  const engine = createLocalEngine()
  const understand = (text: string) => engine.understand(request(text, { language: 'fr', intents: french.frenchIntents }))

  it.each(french.inScope)('%s', async (text, intent) => {
    const answer = await understand(text)
    expect(answer.intent).toBe(intent)
    expect(answer.confidence).toBeGreaterThan(0.5)
  })

  it.each(french.outOfScope)('none of these: %s', async (text) => expect((await understand(text)).confidence).toBeLessThan(0.3))

  it('is sure of every sample, in the words of a recogniser', async () => {
    for (const { name, samples } of french.frenchIntents) {
      for (const sample of samples) {
        const answer = await understand(sample.toLowerCase().replaceAll('-', ' '))
        expect([answer.intent, answer.confidence > 0.8]).toEqual([name, true])
      }
    }
  })
})

it('reads values by the rules of the language spoken, and telephone numbers by its country unless told otherwise', async () => {
  const slots = [{ name: 'phone', type: 'phone' as const }]
  const spoken = 'zéro quatre vingt-deux onze trente-trois quarante-quatre'
  const answerOf = async (engine: ReturnType<typeof createLocalEngine>, language: 'en' | 'fr') =>
    (await engine.understand(request(spoken, { language, intents: [], slots }))).slots[0]?.value
  expect(await answerOf(createLocalEngine(), 'fr')).toBe('+33422113344')
  expect(await answerOf(createLocalEngine({ defaultRegion: 'BE' }), 'fr')).toBe('+32422113344')
  expect(await answerOf(createLocalEngine(), 'en')).toBeUndefined()
})

it('says which language was spoken, when it is sure', async () => {
  const engine = createLocalEngine()
  const heard = async (text: string) => (await engine.understand(request(text))).language
  expect([await heard('je voudrais parler français'), await heard('yes please'), await heard('Jean Dupont')]).toEqual([
    'fr',
    'en',
    undefined,
  ])
})

it('answers the same in every engine and every order', async () => {
  const texts = [...inScope.map(([text]) => text), ...outOfScope]
  const slots = [{ name: 'day', type: 'date' as const }]
  const answersOf = async (order: readonly string[]) => {
    const engine = createLocalEngine()
    const answers = new Map<string, string>()
    for (const text of order) answers.set(text, JSON.stringify({ ...(await engine.understand(request(text, { slots }))), tookMs: 0 }))
    return answers
  }
  const [forward, backward] = [await answersOf(texts), await answersOf([...texts].reverse())]
  for (const text of texts) expect(backward.get(text)).toBe(forward.get(text))
})

it('trains a set of intents once', async () => {
  const engine = createLocalEngine()
  engine.warmUp([{ language: 'en', intents: appointmentIntents }])
  let trained = 0
  const watched = appointmentIntents.map((intent) => ({ ...intent, samples: [...intent.samples] }))
  for (const { samples } of watched) {
    const filter = samples.filter.bind(samples)
    Object.defineProperty(samples, 'filter', {
      value: (keep: (sample: string) => boolean) => {
        trained++
        return filter(keep)
      },
    })
  }
  await engine.understand(request('cancel my appointment', { intents: watched }))
  expect(trained).toBe(0)
  await engine.understand(request('cancel my appointment', { intents: watched.slice(0, 2) }))
  expect(trained).toBe(2)
})
