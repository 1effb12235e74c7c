import { flow as flowSchema } from '@parley/flow-runtime'
import { expect, test } from 'vitest'
import { speechOf } from './speech-of.ts'

const flow = flowSchema.parse({
  schemaVersion: 1,
  id: '0190f5a4-0000-7000-8000-00000000000a',
  name: 'Speech',
  languages: ['en', 'fr'],
  start: 'fixed',
  nodes: [
    { id: 'fixed', type: 'say', data: { text: { en: 'Hello.', fr: 'Bonjour {{ contact.firstName }}.' } } },
    { id: 'offers', type: 'book', data: {} },
    { id: 'talks', type: 'agent', data: {} },
    { id: 'silent', type: 'branch', data: {} },
  ].map((node) => ({ ...node, position: { x: 0, y: 0 } })),
  edges: [],
})

test('a card tells known words from partly live and live ones in the language shown, and nothing of silent nodes', () => {
  const kinds = (language: 'en' | 'fr') => flow.nodes.map((node) => speechOf(node, flow, language))
  expect(kinds('en')).toEqual(['known', 'partly', 'live', undefined])
  expect(kinds('fr')).toEqual(['partly', 'partly', 'live', undefined])
})
