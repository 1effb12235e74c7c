import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderTemplate, renderText, renderWritten } from './render-text.ts'
import { drawn, scenario } from './scenario.ts'
import { spokenFormats } from './spoken-forms/spoken-formats.ts'
import type { Language } from './text.ts'
import { type Json, type VariableType, variableType } from './variables.ts'

const flow = drawn(
  { bye: ['end', {}] },
  {
    languages: ['en', 'fr'],
    variables: variableType.options.map((type) => ({
      name: type,
      type,
      ...(type === 'choice' ? { choices: [{ value: 'a', label: { fr: 'un a' } }, { value: 'b' }] } : {}),
    })),
  },
)
const base = scenario(flow).state()
const now = Date.UTC(2026, 10, 20, 9)
const contextOf = (language: Language, variables: Record<string, Json> = {}) => ({
  nodeId: 'bye',
  head: flow,
  state: { ...base, language, variables },
  now,
})

const twoDigits = (max: number, min = 0) => fc.integer({ min, max }).map((value) => String(value).padStart(2, '0'))
const date = fc
  .date({ min: new Date(0), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))
const time = fc.tuple(twoDigits(23), twoDigits(59)).map((parts) => parts.join(':'))
const phone = fc.tuple(fc.constantFrom('1', '33', '44', '352', '9'), fc.stringMatching(/^\d{2,12}$/)).map((parts) => `+${parts.join('')}`)
const email = fc.stringMatching(/^[b-f\d]{1,5}([._+-][b-f]{1,4}){0,2}@[b-f]{1,6}(-[b-f]{1,4})?\.[b-f]{2,3}$/)
const code = fc.stringMatching(/^[A-Z\d]{1,6}(-[A-Z\d]{1,4})?$/)
const amount = fc.integer({ min: -2_000_000_00, max: 2_000_000_00 }).map((cents) => cents / 100)
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('a', 'é', ' ', ',', '.', ';', '!', '{', '}', '5') }),
  code,
)
const anyValue = fc.oneof(
  text,
  date,
  time,
  phone,
  email,
  amount,
  fc.tuple(date, time).map(([day, at]) => `${day}T${at}:00Z`),
  fc.constantFrom('undefined', 'NaN', '[object Object]', '12.50 EUR', '12 XYZ'),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.oneof(text, fc.double(), fc.constant(null)), { maxLength: 4 }),
  fc.dictionary(fc.string(), fc.integer(), { maxKeys: 2 }),
)
const isHarmless = (value: unknown) =>
  !/.undefined|undefined.|.NaN|NaN.|.\[object|^\s*(undefined|NaN)/.test(JSON.stringify(value).slice(1, -1)) ||
  ['undefined', 'NaN', '[object Object]'].some((left) => left === value)

const language = fc.constantFrom<Language>('en', 'fr')
const type = fc.constantFrom<VariableType>(...variableType.options)
const form = fc.constantFrom('', ...spokenFormats.map((format) => ` | ${format}`))
const around = fc.constantFrom('@', 'Hello, @.', 'It is @ , or @ ?', '@, @! ', '({{ @ }} @ {{', '@: “@”;')

const faults: Record<Language, RegExp> = {
  en: /undefined|NaN|\[object|\s{2,}|[\t\n\r]|\s[,.;](?!\d)|\s[!?:](?=\s|$)|\{\{|\}\}|^\s|\s$|[,;]$/,
  fr: /undefined|NaN|\[object|\s{2,}|[\t\n\r]|\s[,.;](?!\d)|\{\{|\}\}|^\s|\s$|[,;]$/,
}

test('whatever a variable holds and however it is asked for, what is said and written is clean', () => {
  fc.assert(
    fc.property(anyValue.filter(isHarmless), type, form, language, around, (value, name, format, spoken, words) => {
      const template = words.replaceAll('@', `{{ ${name}${format} }}`)
      const context = contextOf(spoken, { [name]: value })
      for (const said of [renderText(template, context), renderWritten(template, context)]) {
        expect(said).not.toMatch(faults[spoken])
        expect(renderTemplate(said, context)).toBe(said)
      }
    }),
    { numRuns: 1500 },
  )
})

test('any text at all is rendered without an exception and without braces', () => {
  const piece = fc.constantFrom('{{', '}}', '{', '}', 'day', ' ', '|', 'date', '.', ',', '"', '1 +', '\n', 'x')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), language, (pieces, spoken) => {
      expect(renderText(pieces.join(''), contextOf(spoken))).not.toMatch(faults[spoken])
    }),
    { numRuns: 1000 },
  )
})

const say = (spoken: Language, name: VariableType, value: Json, format = '') =>
  renderText(`{{ ${name}${format} }}`, contextOf(spoken, { [name]: value }))
const months = {
  en: 'January February March April May June July August September October November December'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
}
const plain = (said: string) => said.replace(/^(?:minus|moins) /, '-').replace(/(?<=\d)[\u00a0](?=\d)/g, '')
const amountIn = (said: string) => {
  const [units = 0, cents = 0] = [...said.matchAll(/\d+/g)].map(([digits]) => Number(digits))
  const isCents = /^-?\d+ (?:cents?|centimes?)$/.test(said)
  return (said.startsWith('-') ? -1 : 1) * (isCents ? units / 100 : units + cents / 100)
}

test('what is said is read back the same', () => {
  fc.assert(
    fc.property(
      date,
      time,
      amount,
      phone,
      email,
      code,
      fc.integer({ min: 0, max: 5000 }),
      language,
      (day, at, price, number, address, sign, length, spoken) => {
        const saidDay = say(spoken, 'date', day)
        const month = months[spoken].findIndex((name) => saidDay.includes(name)) + 1
        const [ofMonth, year = '2026'] = [...saidDay.matchAll(/\d+/g)].map(([digits]) => digits)
        expect(`${year}-${String(month).padStart(2, '0')}-${ofMonth?.padStart(2, '0')}`).toBe(day)

        const words = say(spoken, 'time', at)
          .replace(/^(?:midnight|minuit)/, '0')
          .replace(/^(?:noon|midi)/, '12')
        const [hours = 0, minutes = 0] = [...words.matchAll(/\d+/g)].map(([digits]) => Number(digits))
        const hour = / [AP]M$/.test(words) ? (hours % 12) + (words.endsWith('PM') ? 12 : 0) : hours
        expect([hour, minutes].map((part) => String(part).padStart(2, '0')).join(':')).toBe(at)

        const readable = plain(say(spoken, 'number', price))
        expect(Number(spoken === 'fr' ? readable.replace(',', '.') : readable.replaceAll(',', ''))).toBe(price === 0 ? 0 : price)
        const money = plain(say(spoken, 'money', price))
        expect(amountIn(spoken === 'fr' ? money : money.replaceAll(',', ''))).toBeCloseTo(price, 6)

        expect(say(spoken, 'phone', number).replace('plus ', '+').replace(/[ ,]/g, '')).toBe(number)
        const marks = spoken === 'fr' ? { arobase: '@', point: '.', tiret: '-', plus: '+' } : { at: '@', dot: '.', dash: '-', plus: '+' }
        const typed = say(spoken, 'email', address)
          .replace(/ tiret du bas | underscore /g, '_')
          .split(' ')
        expect(typed.map((word) => new Map(Object.entries(marks)).get(word) ?? word).join('')).toBe(address)
        expect(
          say(spoken, 'text', sign, ' | code')
            .replace(/, (?:dash|tiret), /, '-')
            .replaceAll(', ', ''),
        ).toBe(sign)

        const lasting = say(spoken, 'duration', length).replace('an hour and a half', '1 hour 30').replace('an hour', '1 hour')
        const units: Record<string, number> = { day: 1440, jour: 1440, hour: 60, heure: 60, minute: 1 }
        const total = [...lasting.matchAll(/(\d+)(?: (day|jour|hour|heure|minute)s?)?/g)].reduce(
          (sum, [, count, unit = 'minute']) => sum + Number(count) * (units[unit] ?? 0),
          0,
        )
        expect(total).toBe(length)
      },
    ),
    { numRuns: 500 },
  )
})
