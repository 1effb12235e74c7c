import { expect, test } from 'vitest'
import { languages } from '../languages/languages.ts'
import { trainClassifier } from './classifier.ts'
import { createIntentJudge } from './intent-judge.ts'

const intents = [
  {
    name: 'book',
    samples: [
      'I would like to book an appointment',
      'can I make an appointment',
      'book me in please',
      'I need an appointment',
      'cancel my booking',
    ],
  },
  {
    name: 'cancel',
    samples: [
      'cancel my appointment',
      'I have to cancel my visit',
      'please cancel it',
      'I want to cancel my booking',
      'cancel the booking please',
    ],
  },
]

test('a sample that was put under the wrong intent is told, with what it is heard as', () => {
  const { samples, mistakes } = createIntentJudge().confusion({ language: 'en', intents })
  expect(samples).toBe(10)
  expect(mistakes).toContainEqual(expect.objectContaining({ intent: 'book', sample: 'cancel my booking', heardAs: 'cancel' }))
  expect(mistakes.filter(({ intent, heardAs }) => intent === heardAs)).toEqual([])
})

test('leaving a sample out ranks as an engine does that never learnt it', () => {
  const { vocabulary } = languages.en
  const left = trainClassifier(intents, vocabulary).withoutEach()
  const without = intents.map((intent) => ({ ...intent, samples: intent.samples.filter((sample) => sample !== 'please cancel it') }))
  const [best] = trainClassifier(without, vocabulary).classify('please cancel it').ranked
  expect(left.find(({ text }) => text === 'please cancel it')?.ranked[0]?.intent).toBe(best?.intent)
})

test('a sentence is understood as in a call', () => {
  const judge = createIntentJudge()
  expect(judge.understand({ language: 'en', text: 'I must cancel my visit', intents })).toMatchObject({ intent: 'cancel' })
  expect(judge.understand({ language: 'en', text: 'the weather is lovely', intents }).intent).toBeNull()
})
