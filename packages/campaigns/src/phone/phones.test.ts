import { expect, test } from 'vitest'
import { normalisePhone } from './normalise-phone.ts'
import { zonesOfNumber } from './zones-of-number.ts'

test.each([
  ['06 12 34 56 78', 'FR', { number: '+33612345678', country: 'FR', fixed: false }],
  ['+33 (0)1 42 68 53 00', undefined, { number: '+33142685300', country: 'FR', fixed: true }],
  ['0033 6 12 34 56 78', undefined, { number: '+33612345678', country: 'FR' }],
  ['(212) 555-0123', 'us', { number: '+12125550123', country: 'US', fixed: true }],
  ['tel:+14165550123', undefined, { number: '+14165550123', country: 'CA' }],
  ['+４４ 20 7946 0958', undefined, { number: '+442079460958', country: 'GB' }],
])('%s', (text, country, expected) => {
  expect(normalisePhone(text, country)).toMatchObject({ ok: true, ...expected })
})

test.each([
  ['', 'FR', 'empty'],
  ['call her mother', 'FR', 'notANumber'],
  ['06 12 34 56 78', undefined, 'noCountry'],
  ['06 12 34 56 78', 'ZZ', 'noCountry'],
  ['+33 6 12', undefined, 'invalid'],
  ['1', 'FR', 'tooShort'],
  ['+336123456789012345678', undefined, 'tooLong'],
  ['+33 8 99 12 34 56', undefined, 'premiumRate'],
  ['+1 212 555 0123 ext. 4', undefined, 'invalid'],
])('“%s” of %s is refused: %s', (text, country, reason) => {
  expect(normalisePhone(text, country)).toEqual({ ok: false, reason })
})

test.each([
  ['+33612345678', false, ['Europe/Paris']],
  ['+12125550123', true, ['America/New_York']],
  ['+19285550123', true, ['America/Phoenix']],
  ['+34928123456', true, ['Atlantic/Canary']],
  ['+34612345678', false, ['Atlantic/Canary', 'Europe/Madrid']],
  ['+99912345678', false, []],
])('%s may be in %s', (number, fixed, zones) => {
  expect(zonesOfNumber(number, fixed)).toEqual(zones)
})

test('a mobile number travels: it may be anywhere in its country', () => {
  expect(zonesOfNumber('+61412345678', false)).toEqual(expect.arrayContaining(['Australia/Perth', 'Australia/Sydney']))
  expect(zonesOfNumber('+61289123456', true)).toEqual(['Australia/Sydney'])
})
