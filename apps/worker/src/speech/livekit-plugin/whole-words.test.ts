import { expect, test } from 'vitest'
import { createWholeWords } from './whole-words.ts'

const timed = (...pieces: string[]) => pieces.map((text, i) => ({ text: `${text} `, startTime: i, endTime: i + 0.5 }))

test('pieces of a word become the word of the text, whatever signs stand around it', () => {
  const words = createWholeWords("– Bonjour ! L'homme va bien-être là.")
  const known = [...words.add(timed('Bonjour', "L'")), ...words.add(timed('homme', 'va', 'bien', '-', 'être', 'là'))]
  expect([...known, ...words.rest()].map(({ text }) => text)).toEqual(['–', 'Bonjour', '!', "L'homme", 'va', 'bienêtre', 'là'])
  expect(words.share()).toBe(1)
})

test('words that are spoken in another way than they are written count as they come', () => {
  const words = createWholeWords('at 9 please wait')
  expect(words.add(timed('at', 'nine', 'please')).map(({ text }) => text)).toEqual(['at', 'nine', 'please'])
  expect(words.share()).toBe(0.75)
})

test('a piece that begins a word it is not ends with the next piece', () => {
  const words = createWholeWords('sundays are for us')
  expect(words.add(timed('sun', 'are')).map(({ text, startMs, endMs }) => [text, startMs, endMs])).toEqual([
    ['sun', 0, 500],
    ['are', 1_000, 1_500],
  ])
})
