import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { drawn, meant, scenario, slots } from '../../scenario.ts'
import { nodeTypes } from '../index.ts'
import type { keypadConfig } from './keypad-config.ts'

const end = ['end', {}] as ['end', object]
const variables = [
  { name: 'code', type: 'text' as const },
  { name: 'party', type: 'number' as const },
  { name: 'day', type: 'date' as const },
]
function asked(data: z.input<typeof keypadConfig>, language: 'en' | 'fr' = 'en') {
  const flow = drawn(
    {
      hi: ['say', { text: 'Hi.' }, { next: 'keys' }],
      keys: ['keypad', { question: 'Type.', ...data }, { book: 'book', other: 'other', done: 'done', invalid: 'wrong', silent: 'quiet' }],
      human: ['anywhere', { intents: ['human'], afterwards: 'return', text: 'Nobody is here.' }],
      book: end,
      other: end,
      done: end,
      wrong: end,
      quiet: end,
    },
    { variables, languages: ['en', 'fr'], intents: [{ name: 'human' }] },
  )
  return scenario(flow, { language })
}

describe('menu', () => {
  const keys = [
    { key: '1', name: 'book' },
    { key: '*', name: 'other' },
    { key: '5', name: '' },
  ]
  const menu = (data: z.input<typeof keypadConfig> = {}, language: 'en' | 'fr' = 'en') => asked({ keys, ...data }, language).spoken()

  test('a key breaks in and chooses', () => {
    const call = menu()
    expect(call.awaited('listen')).toMatchObject({
      keys: {},
      expectation: { kind: 'choice', hints: ['book', 'one', 'other', '*', 'five'] },
    })
    expect(call.key('1').state()).toMatchObject({ at: 'book' })
    expect(call.decisions()[0]?.why).toEqual({ code: 'keyChosen', values: { key: '1' } })
    expect(menu().spoken().key('*').state().at).toBe('other')
  })

  test('a key that is not offered is a try, until it is invalid', () => {
    const call = menu({ reprompt: '1 or star.' }).key('5')
    expect(call.words()).toBe('1 or star.')
    expect(call.decisions()[0]?.why).toEqual({ code: 'noSuchKey' })
    expect(call.key('#').key('9').state().at).toBe('wrong')
  })

  test('silence is asked about, then leaves by silent', () => {
    const call = menu().silent().silent()
    expect(call.words()).toBe('I cannot hear you. Type.')
    expect(call.silent().state().at).toBe('quiet')
  })

  test('the key or its name may be said', () => {
    expect(
      menu()
        .says('one please', slots({ _key: '1' }))
        .state().at,
    ).toBe('book')
    expect(menu({}, 'fr').says('Un.').state().at).toBe('book')
    expect(menu().says('what').words()).toBe('Sorry, I did not understand. Type.')
    const call = menu({}, 'fr').said('book')
    expect(call.awaited('understand').request.slots[0]?.choices?.[0]).toEqual({
      value: '1',
      synonyms: ['book', 'le un', 'touche un', 'numéro un'],
    })
  })

  test('words from before the menu do not answer it', () => {
    const call = asked({ keys }).interrupted('H').said('hello hello')
    expect(call.types()).toEqual(['listen'])
    expect(call.key('1').state().at).toBe('book')
  })

  test('outcomes are the names, each once, and those the mode can take', () => {
    const { outcomes, config } = nodeTypes.keypad
    const flow = drawn({})
    expect(outcomes(config.parse({ keys: [...keys, ...keys] }), flow)).toEqual(['book', 'other', 'invalid', 'silent'])
    expect(outcomes(config.parse({ mode: 'digits', keys }), flow)).toEqual(['done', 'invalid', 'silent'])
  })
})

describe('digits', () => {
  const digits = (data: z.input<typeof keypadConfig> = {}, language: 'en' | 'fr' = 'en') =>
    asked({ mode: 'digits', variable: 'code', minDigits: 4, maxDigits: 6, ...data }, language).spoken()

  test('end at the end key, at the most there can be, or at a pause', () => {
    expect(digits().key('0', '0', '4', '2', '#').state()).toMatchObject({ at: 'done', variables: { code: '0042' } })
    expect(digits().key('1', '2', '3', '4', '5', '6').state().variables).toEqual({ code: '123456' })
    const call = digits({ pauseMs: 4000 }).key('1', '2', '3', '4')
    expect(call.awaited('listen').timeoutMs).toBe(4000)
    expect(call.silent().state()).toMatchObject({ variables: { code: '1234' }, silences: 0 })
    expect(digits({ end: '*' }).key('1', '2', '3', '4', '*').state().at).toBe('done')
  })

  test('the other sign starts the entry again', () => {
    expect(digits().key('9', '*', '1', '2', '3', '4', '#').state().variables).toEqual({ code: '1234' })
  })

  test('too few are a try, and three tries are invalid', () => {
    const call = digits().key('1', '#')
    expect(call.words()).toBe('Sorry, I did not understand. Type.')
    expect(call.decisions()[0]?.why).toEqual({ code: 'digitsMiscounted', values: { count: 1, least: 4, most: 6 } })
    expect(call.key('1').silent().key('2', '#').state().at).toBe('wrong')
  })

  test('the end key alone is nothing; silence is silent', () => {
    expect(digits().key('#').state().at).toBe('keys')
    expect(digits().silent().silent().silent().state().at).toBe('quiet')
  })

  test('a number variable takes a number; one that cannot hold digits makes them invalid', () => {
    expect(digits({ variable: 'party' }).key('0', '0', '1', '2', '#').state().variables).toEqual({ party: 12 })
    expect(digits({ variable: 'day', maxTries: 1 }).key('1', '2', '3', '4', '#').state().at).toBe('wrong')
    expect(digits({ variable: '' }).key('1', '2', '3', '4', '#').state()).toMatchObject({ at: 'done', variables: {} })
  })

  test('digits may be said: as they are, or as a number', () => {
    expect(digits().says('Four two, oh 7.').state().variables).toEqual({ code: '4207' })
    expect(digits({}, 'fr').says('zéro un zéro deux').state().variables).toEqual({ code: '0102' })
    expect(
      digits()
        .says('twelve thousand', slots({ _digits: 12000 }))
        .state().variables,
    ).toEqual({ code: '12000' })
    expect(
      digits()
        .says('a half', slots({ _digits: 0.5 }))
        .state().at,
    ).toBe('keys')
  })

  test('reading along aloud does not disturb an entry', () => {
    expect(digits().key('1', '2').said('one two').key('3', '4', '#').state().variables).toEqual({ code: '1234' })
  })
})

describe('masked', () => {
  const masked = () => asked({ mode: 'digits', masked: true, variable: 'code', minDigits: 3, maxDigits: 16 }).spoken()

  test('the digits stay outside; the variable has their name', () => {
    const call = masked()
    expect(call.awaited('listen').keys).toEqual({ secret: 'secret:keys:1:1' })
    call.key('•', '•', '4')
    expect(call.awaited('listen').keys).toEqual({ secret: 'secret:keys:1:1', begun: true })
    expect(call.state().local).toMatchObject({ digits: '•••' })
    call.key('#')
    expect(call.state()).toMatchObject({ at: 'done', variables: { code: 'secret:keys:1:1' } })
  })

  test('each entry has a name of its own', () => {
    expect(masked().key('•', '#').awaited('listen').keys).toEqual({ secret: 'secret:keys:1:2' })
    expect(masked().key('•', '*', '•', '•', '•', '#').state().variables).toEqual({ code: 'secret:keys:1:2' })
  })

  test('what is said does not count, but a wish is heard', () => {
    const call = masked().said('four two three')
    expect(call.awaited('understand').request.slots).toEqual([])
    call.understood({})
    expect(call.decisions()[0]?.why).toEqual({ code: 'maskedNotSaid' })
    expect(call.words()).toBe('Sorry, I did not understand. Type.')
    call.says('a person', meant('human')).spoken()
    expect(call.words()).toBe('Sorry, I did not understand. Type.')
    expect(call.key('•', '•', '•', '#').state().variables).toEqual({ code: 'secret:keys:1:2' })
  })
})
