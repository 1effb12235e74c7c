import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { drawn, scenario, slots } from '../../scenario.ts'
import type { askConfig } from './ask-config.ts'

const end = ['end', {}] as ['end', object]
const variables = [
  { name: 'day', type: 'date' as const },
  { name: 'hour', type: 'time' as const },
  { name: 'party', type: 'number' as const },
  { name: 'sure', type: 'boolean' as const },
  { name: 'phone', type: 'phone' as const },
  { name: 'patient', type: 'personName' as const },
  { name: 'size', type: 'choice' as const, choices: [{ value: 'small' }, { value: 'large' }] },
]
function asked(data: z.input<typeof askConfig>, language: 'en' | 'fr' = 'en') {
  const flow = drawn(
    {
      ask: ['ask', { variable: 'party', question: 'How many?', keypad: true, ...data }, { done: 'done', noMatch: 'lost', silent: 'quiet' }],
      done: end,
      lost: end,
      quiet: end,
    },
    { variables, languages: ['en', 'fr'] },
  )
  return scenario(flow, { language })
}

test('keys break into the question and are collected until #', () => {
  const call = asked({})
  expect(call.awaited('listen').keys).toEqual({})
  call.key('1', '2')
  expect(call.types()).toEqual(['listen'])
  expect(call.state().awaiting).toMatchObject([{ type: 'listen', timeoutMs: 2500, keys: { begun: true } }])
  call.key('#')
  expect(call.state()).toMatchObject({ at: 'done', variables: { party: 12 } })
  expect(call.decisions()[0]?.why).toEqual({ code: 'answerTyped' })
})

test('a pause ends the entry, and is no silence of the caller', () => {
  const call = asked({}).key('4').silent()
  expect(call.state()).toMatchObject({ at: 'done', silences: 0, variables: { party: 4 } })
})

test('the pause of a listen that was replaced by the next key changes nothing', () => {
  const call = asked({}).key('1')
  const first = call.awaited('listen').id
  call.key('2').tell({ type: 'contactSilent', at: 1, effectId: first })
  expect(call.state().at).toBe('ask')
  expect(call.silent().state().variables).toEqual({ party: 12 })
})

test('what needs no more keys is taken at once: yes, no, a choice, a whole time', () => {
  expect(asked({ variable: 'sure' }).key('2').state().variables).toEqual({ sure: false })
  expect(asked({ variable: 'size' }).key('2').state().variables).toEqual({ size: 'large' })
  expect(asked({ variable: 'hour' }).key('1', '5', '3', '0').state().variables).toEqual({ hour: '15:30' })
})

test('keys that are no answer are a try; so are those of a choice that does not exist', () => {
  const call = asked({ variable: 'day' }).key('9', '9', '#')
  expect(call.words()).toBe('Sorry, I did not understand. How many?')
  expect(call.decisions()[0]?.why).toEqual({ code: 'keysFitNoAnswer' })
  expect(asked({ variable: 'size', maxTries: 1 }).key('7').state().at).toBe('lost')
})

test('a day is typed in the order of the language', () => {
  expect(asked({ variable: 'day' }).key('1', '2', '0', '4', '#').state().variables).toEqual({ day: '2026-12-04' })
  expect(asked({ variable: 'day' }, 'fr').key('0', '4', '1', '2', '#').state().variables).toEqual({ day: '2026-12-04' })
})

test('a telephone number is left to the engine, which knows the country', () => {
  const call = asked({ variable: 'phone' }).key(...'0612345678', '#')
  expect(call.awaited('understand').request).toMatchObject({ text: '0612345678', slots: [{ name: 'phone', type: 'phone' }] })
  expect(call.understood(slots({ phone: '+33612345678' })).state().variables).toEqual({ phone: '+33612345678' })
})

test('words put an end to an entry; a noise does not; * starts it again', () => {
  expect(
    asked({})
      .key('1')
      .says('four', slots({ party: 4 }))
      .state().variables,
  ).toEqual({ party: 4 })
  expect(asked({}).key('1').said(' ').key('2', '#').state().variables).toEqual({ party: 12 })
  expect(asked({ variable: 'hour' }).key('7', '*', '9', '#').state().variables).toEqual({ hour: '09:00' })
})

describe('read-back', () => {
  const toConfirm = () => asked({ confirm: true }).key('4', '#')

  test('1 is yes, 2 is no, other keys are nothing', () => {
    expect(toConfirm().words()).toBe('4. Is that right? You can also press 1 for yes and 2 for no.')
    expect(toConfirm().key('7', '1').state()).toMatchObject({ at: 'done', variables: { party: 4 } })
    expect(toConfirm().key('2').words()).toBe('How many?')
  })
})

test('without the setting, or where nothing can be typed, keys are not listened to', () => {
  const call = asked({ keypad: false }).key('1', '#')
  expect(call.state()).toMatchObject({ at: 'ask', awaiting: [{ type: 'say' }, { type: 'listen' }] })
  expect(asked({ variable: 'patient' }).awaited('listen')).not.toHaveProperty('keys')
})
