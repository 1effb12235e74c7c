import type { Understanding, UnderstandRequest } from '@parley/flow-runtime'
import { expect, it } from 'vitest'
import type { UnderstandingEngine } from '../engine.ts'
import { createLocalEngine } from '../local/local-engine.ts'
import { evaluateIntents, evaluateSlots, intentEvaluationData, slotEvaluationData } from './index.ts'

const answering = (answer: (request: UnderstandRequest) => Partial<Understanding>): UnderstandingEngine & { asked: string[] } => ({
  name: 'test',
  asked: [],
  async understand(request) {
    this.asked.push(request.text)
    return { intent: null, confidence: 0, candidates: [], slots: [], reason: '', engine: 'test', tookMs: 0, ...answer(request) }
  },
})

const intentData = intentEvaluationData.parse({
  domains: {
    animals: {
      cat: { samples: ['a cat'], utterances: ['cat one', 'cat two', 'cat three', 'dog disguised'] },
      dog: { samples: ['a dog'], utterances: ['dog one', 'dog two', 'dog three', 'dog four'] },
    },
    plants: { tree: { samples: ['a tree'], utterances: ['tree one', 'tree two'] } },
  },
  outOfScope: ['a stone', 'cat food'],
})
/** Believes in an intent whose name begins the utterance; half as sure of what is food. */
const byFirstWord = () =>
  answering(({ text, intents }) => {
    const intent = intents.find(({ name }) => text.startsWith(name))?.name
    return intent ? { intent, candidates: [{ intent, confidence: 0.8 }], confidence: text.endsWith('food') ? 0.8 : 0.9 } : {}
  })

it('counts the best-ranked intent, domain by domain', async () => {
  const figures = await evaluateIntents(byFirstWord(), intentData)
  expect(figures).toMatchObject({
    accuracy: (7 / 8 + 1) / 2,
    utterances: 10,
    domains: [
      { domain: 'animals', accuracy: 7 / 8, outOfScopeAuroc: 1 },
      { domain: 'plants', accuracy: 1, outOfScopeAuroc: 1 },
    ],
  })
  expect(figures.macroF1).toBeCloseTo(((6 / 7 + 8 / 9) / 2 + 1) / 2)
  expect(figures.utteranceMsP99).toBeGreaterThanOrEqual(figures.utteranceMsP50)
  expect(figures.trainingMsMax).toBeGreaterThanOrEqual(figures.trainingMsP50)
})

it('asks about so many utterances per intent at most', async () => {
  const engine = byFirstWord()
  expect(await evaluateIntents(engine, intentData, { limit: 1 })).toMatchObject({ utterances: 3, accuracy: 1 })
  expect(engine.asked).toEqual(['hello', 'cat one', 'dog one', 'a stone', 'cat food', 'hello', 'tree one', 'a stone'])
})

it('notices confidence that does not tell what is out of scope', async () => {
  const credulous = answering(({ intents }) => ({
    candidates: intents.map(({ name }) => ({ intent: name, confidence: 1 })),
    confidence: 1,
  }))
  expect((await evaluateIntents(credulous, intentData)).outOfScopeAuroc).toBe(0.5)
})

const turn = (text: string, slot: string, value: string, speaker = 'user') => ({
  speaker,
  text,
  acts: [{ act: 'INFORM', slot, values: [value] }],
})
const slotData = slotEvaluationData.parse({
  dialogues: [
    {
      turns: [
        turn('next friday please', 'appointment_date', '2019-03-08'),
        turn('at half past eleven', 'time', '11:30'),
        turn('for four of us', 'number_of_seats', '4'),
        turn('any day', 'date', 'dontcare'),
        turn('shall we say tomorrow', 'date', '2019-03-09', 'system'),
        turn('in a town called Tuesday', 'city', 'Tuesday'),
        turn('on the day of the long knives', 'date', '2019-06-30'),
      ],
    },
  ],
})

it('counts the one value chosen for what a turn informs of', async () => {
  const { misses, ...figures } = await evaluateSlots(createLocalEngine(), slotData)
  expect(figures).toMatchObject({
    byKind: { date: { right: 1, total: 2 }, time: { right: 1, total: 1 }, number: { right: 1, total: 1 } },
    dateTimeRecall: 2 / 3,
    numberRecall: 1,
    invented: 1,
  })
  expect(figures.macro).toBeCloseTo((1 / 2 + 1 + 1) / 3)
  expect(misses).toEqual([{ kind: 'date', expected: '2019-06-30', found: null, text: 'on the day of the long knives' }])
})
