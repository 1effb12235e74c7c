import { expect, test } from 'vitest'
import { lineOfNodes } from '../test/line-of-nodes.ts'
import { warmUpFlow } from './warm-up-flow.ts'

test('a flow and its subflows are prepared in all its languages, the one the call begins in first', async () => {
  const hello = { id: 'hello', type: 'say', data: { text: { en: 'Hello.', fr: 'Bonjour.' } } }
  const { subflows: _, ...inner } = lineOfNodes([{ id: 'check', type: 'say', data: { text: { en: 'One moment.', fr: 'Un instant.' } } }])
  const wish = { id: 'wish', type: 'intent', data: { question: 'What now?', intents: ['book'] } }
  const intents = [{ name: 'book', samples: { en: ['book'], fr: ['réserver'] } }]
  const flow = lineOfNodes([hello, wish], { languages: ['en', 'fr'], intents, subflows: { inner } })
  const prepared: string[] = []
  const learned: unknown[] = []
  const speech = {
    prepare: async (texts: readonly string[], { language }: { language: string }) =>
      prepared.push(...texts.map((text) => `${language} ${text}`)),
  }
  const understand = { warmUp: (sets: readonly { language: string }[] = []) => void learned.push(...sets.map(({ language }) => language)) }
  await warmUpFlow(flow, 'fr', speech, 24_000, understand, { error: () => undefined })
  expect(prepared).toEqual(expect.arrayContaining(['fr Bonjour.', 'fr Un instant.', 'en Hello.', 'en One moment.']))
  expect(prepared.indexOf('fr Un instant.')).toBeLessThan(prepared.indexOf('en Hello.'))
  expect(learned).toEqual(['fr', 'en'])
})
