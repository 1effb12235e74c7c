import { expect, test } from 'vitest'
import { isWithinReach } from './is-within-reach.ts'

test.each([
  ['http://127.0.0.1:3000', false],
  ['http://localhost:3000', false],
  ['http://[::1]:3000', false],
  ['https://192.168.1.4', false],
  ['https://[fd00::4]', false],
  ['http://studio:3000', false],
  ['https://studio.local', false],
  ['https://studio.example.com', true],
  ['https://203.0.113.7', true],
  ['https://[2606:4700::1111]', true],
])('%s: %s', (url, isReached) => {
  expect(isWithinReach(url)).toBe(isReached)
})
