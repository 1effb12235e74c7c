import { intentDeclaration } from '@parley/flow-runtime'
import { expect, test } from 'vitest'
import { addedSamples, sampleNotes } from './samples.ts'

test('pasted lines become sentences, without list marks; what is there already is left out and counted', () => {
  expect(addedSamples(['Cancel it!'], '- cancel it\r\n2. Call it off\n\n  call it off.\nI cannot come')).toEqual({
    samples: ['Cancel it!', 'Call it off', 'I cannot come'],
    added: 2,
    doubles: 2,
  })
})

test('doubles, near doubles and sentences of another intent are told', () => {
  const book = intentDeclaration.parse({
    name: 'book',
    samples: { en: ['I want to book a table please', 'I want to book a table', 'Stop', 'i want to book a table'] },
  })
  const stop = intentDeclaration.parse({ name: 'stop', samples: { en: ['stop.'] } })
  expect([...sampleNotes(book, [book, stop], 'en')]).toEqual([
    [1, { kind: 'near', to: 'I want to book a table please' }],
    [2, { kind: 'taken', by: 'stop' }],
    [3, { kind: 'double' }],
  ])
})
