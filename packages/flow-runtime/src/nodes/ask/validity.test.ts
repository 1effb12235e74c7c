import { expect, test } from 'vitest'
import type * as z from 'zod'
import { drawn, meant, scenario, slots } from '../../scenario.ts'
import type { askConfig } from './ask-config.ts'

const end = ['end', {}] as ['end', object]
const closed = { en: 'We are closed on {{ day | weekday }}. Which other day?', fr: 'Nous sommes fermés le {{ day | weekday }}.' }
function asked(data: z.input<typeof askConfig>, language: 'en' | 'fr' = 'en') {
  const flow = drawn(
    {
      why: ['intent', { intents: ['book'], fills: ['day'] }, { book: 'ask' }],
      ask: [
        'ask',
        { variable: 'day', question: 'Which day?', valid: 'day != "2026-11-29"', invalidText: closed, ...data },
        { done: 'done', noMatch: 'lost', silent: 'lost' },
      ],
      done: end,
      lost: end,
    },
    {
      languages: ['en', 'fr'],
      variables: [
        { name: 'day', type: 'date' },
        { name: 'latest', type: 'date' },
      ],
      intents: [{ name: 'book' }],
    },
  )
  return scenario(flow, { language }).says('book', meant('book'))
}
const sunday = slots({ day: '2026-11-29' })
const monday = slots({ day: '2026-11-30' })

test('an answer that does not hold is refused in the author’s words, with the answer in them', () => {
  const call = asked({}).says('Sunday', sunday)
  expect(call.words()).toBe('We are closed on Sunday. Which other day?')
  expect(call.decisions()[0]?.why).toEqual({ code: 'answerInvalid', values: { condition: 'day != "2026-11-29"' } })
  expect(call.says('Monday', monday).state()).toMatchObject({ at: 'done', variables: { day: '2026-11-30' } })
  expect(asked({}, 'fr').says('dimanche', sunday).words()).toBe('Nous sommes fermés le dimanche.')
})

test('without words of the author it says so and asks again; each refusal is a try', () => {
  const call = asked({ invalidText: {}, maxTries: 2 }).says('Sunday', sunday)
  expect(call.words()).toBe('I am sorry, that is not possible. Which day?')
  expect(call.says('Sunday', sunday).state()).toMatchObject({ at: 'lost', variables: {} })
})

test('a correction is held to it too', () => {
  const call = asked({ confirm: true }).says('Monday', monday).says('no, Sunday', sunday)
  expect(call.words()).toBe('We are closed on Sunday. Which other day?')
  expect(call.says('Monday', monday).words()).toBe('Monday, November 30. Is that right?')
})

test('a value known from before that does not hold is asked again, saying why', () => {
  const known = drawn(
    {
      why: ['intent', { intents: ['book'], fills: ['day'] }, { book: 'ask' }],
      ask: ['ask', { variable: 'day', valid: 'day != "2026-11-29"', invalidText: closed }, { done: 'why' }],
    },
    { variables: [{ name: 'day', type: 'date' }], intents: [{ name: 'book' }] },
  )
  const call = scenario(known).says('book me on Sunday', meant('book', 0.9, { day: '2026-11-29' }))
  expect(call.words()).toBe('We are closed on Sunday. Which other day?')
})

test('a condition that cannot be computed refuses nobody', () => {
  expect(asked({ valid: 'day < latest' }).says('Sunday', sunday).state().at).toBe('done')
  expect(asked({ valid: 'day <' }).says('Sunday', sunday).state().at).toBe('done')
})
