import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createCipher } from './encryption.ts'

const key = () => randomBytes(32).toString('base64')
const place = ['tenant', 'CallEvent', 'call', 7]
const code = (run: () => unknown) => {
  try {
    run()
    return 'nothing was thrown'
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error
  }
}

test.each(['', 'Ada', 'Zoë — +33 6 12 34 56 78', 'x'.repeat(100_000)])('what was encrypted is read again', (text) => {
  const cipher = createCipher(key())
  const data = cipher.encrypt(text, place)
  expect(cipher.decrypt(data, place)).toBe(text)
  expect(text === '' || !Buffer.from(data).includes(text)).toBe(true)
})

test('the same text is never stored the same way', () => {
  const cipher = createCipher(key())
  expect(cipher.encrypt('yes', place)).not.toEqual(cipher.encrypt('yes', place))
})

test('another key is named as such', () => {
  const data = createCipher(key()).encrypt('yes', place)
  expect(code(() => createCipher(key()).decrypt(data, place))).toBe('ENCRYPTION_KEY_WRONG')
})

test('every changed bit is noticed', () => {
  const cipher = createCipher(key())
  const data = cipher.encrypt('half past three', place)
  for (let index = 0; index < data.length; index += 1) {
    const changed = Uint8Array.from(data, (byte, at) => (at === index ? byte ^ 1 : byte))
    expect(code(() => cipher.decrypt(changed, place))).toBe(index >= 1 && index <= 4 ? 'ENCRYPTION_KEY_WRONG' : 'ENCRYPTED_DATA_DAMAGED')
  }
  expect(code(() => cipher.decrypt(data.subarray(0, 20), place))).toBe('ENCRYPTED_DATA_DAMAGED')
})

test.each([
  ['tenant', 'CallEvent', 'call', 8],
  ['other', 'CallEvent', 'call', 7],
  ['tenant', 'CallEvent', 'call7'],
])('a payload moved to another row is refused', (...elsewhere) => {
  const cipher = createCipher(key())
  expect(code(() => cipher.decrypt(cipher.encrypt('yes', place), elsewhere))).toBe('ENCRYPTED_DATA_DAMAGED')
})

test.each(['', 'c2hvcnQ=', randomBytes(31).toString('base64')])('a key of another length is refused', (bad) => {
  expect(code(() => createCipher(bad))).toBe('ENCRYPTION_KEY_INVALID')
})
