import { expect, test } from 'vitest'
import { drawn, meant, scenario } from '../../scenario.ts'
import type { Understanding } from '../../understanding.ts'

const intents = [
  { name: 'book', samples: { en: ['book an appointment'] } },
  { name: 'hours', description: 'opening hours', samples: { en: ['when are you open'] } },
]
const end = ['end', {}] as ['end', object]
const flow = drawn(
  {
    greet: ['greeting', { text: 'Hello.' }, { next: 'why' }],
    why: [
      'intent',
      { question: 'How can I help?', reprompt: 'Booking or hours?', intents: ['book', 'hours'], fills: ['day', 'party'], maxTries: 3 },
      { book: 'booked', hours: 'open', noMatch: 'lost', silent: 'quiet' },
    ],
    booked: end,
    open: end,
    lost: end,
    quiet: end,
  },
  {
    intents,
    variables: [
      { name: 'day', type: 'date' },
      { name: 'party', type: 'number' },
      { name: 'other', type: 'time' },
    ],
  },
)
const asked = () => scenario(flow).spoken()

test('asks, listens for its intents, and sends what was said to be understood', () => {
  const call = asked()
  expect(call.effects()).toMatchObject([
    { type: 'say', text: 'How can I help?' },
    { type: 'listen', timeoutMs: 6000, expectation: { kind: 'intent', hints: ['book an appointment', 'when are you open'] } },
  ])
  call.spoken().said('book me for Tuesday')
  expect(call.awaited('understand').request).toMatchObject({
    text: 'book me for Tuesday',
    question: 'How can I help?',
    timeZone: 'Europe/Paris',
    intents: [{ name: 'book' }, { name: 'hours', description: 'opening hours' }],
    slots: [
      { name: 'day', type: 'date' },
      { name: 'party', type: 'number' },
    ],
  })
})

test('goes on by the intent and fills variables from the same words, if they fit their type', () => {
  const call = asked().says('book me for Tuesday', meant('book', 0.9, { day: '2026-11-24', party: 'several', other: '10:00' }))
  expect(call.state()).toMatchObject({ at: 'booked', variables: { day: '2026-11-24' } })
  expect(call.state().variables).not.toHaveProperty('party')
  expect(call.state().variables).not.toHaveProperty('other')
})

test('an unsure, foreign or missing intent is asked again in other words, then leaves by noMatch', () => {
  const call = asked().says('hmm', meant('book', 0.3))
  expect(call.words()).toBe('Booking or hours?')
  call.says('blah', meant('cancel', 0.99))
  expect(call.words()).toBe('I am sorry, I still did not understand. How can I help?')
  expect(call.says('blah', meant(null)).state().at).toBe('lost')
})

test('says who decided, by which sample, and how sure it was', () => {
  const why = (result: Partial<Understanding>) => asked().says('a booking please', result).decisions()[0]?.why
  expect(why({ ...meant('book', 0.874), closestSample: 'book an appointment' })).toEqual({
    code: 'closestSample',
    values: { sample: 'book an appointment', confidence: 87 },
  })
  expect(why({ ...meant('book', 0.9), engine: 'model' })).toEqual({ code: 'modelUnderstood', values: { confidence: 90 } })
  expect(why({ ...meant('book', 0.497), closestSample: 'book an appointment' })).toEqual({
    code: 'closestSampleUnsure',
    values: { sample: 'book an appointment', confidence: 49, threshold: 50 },
  })
  expect(why(meant('cancel', 0.99))).toEqual({ code: 'noIntentFits' })
})

test('silence is asked about, each time in other words, then leaves by silent', () => {
  const call = asked().silent()
  expect(call.words()).toBe('Are you still there? Booking or hours?')
  expect(call.silent().words()).toBe('I cannot hear you. How can I help?')
  expect(call.silent().state().at).toBe('quiet')
})

test('a caller who is already speaking is only listened to', () => {
  const call = scenario(flow).interrupted('Hel')
  expect(call.types()).toEqual(['listen'])
  expect(call.says('I want to book', meant('book')).state()).toMatchObject({ at: 'booked', hasFloor: false })
})

test('a caller who broke in and was not understood hears the question, without losing a try', () => {
  const call = scenario(flow).interrupted('Hel').says('hey there', meant(null))
  expect(call.types()).toEqual(['say', 'listen'])
  expect(call.state().local).toMatchObject({ tries: 0, asked: true })
})

test('a noise that stops the greeting is followed by the question', () => {
  expect(scenario(flow).interrupted('Hel').silent().words()).toBe('How can I help?')
})
