import { expect, test } from 'vitest'
import { clausesOf } from './clauses-of.ts'
import { flow as flowSchema } from './flow.ts'
import { knownSpeech } from './known-texts.ts'

const settings = { failureLine: '', waitingLine: '', resumeLine: '', timeLimitLine: '' }
const flowOf = (...nodes: object[]) =>
  flowSchema.parse({
    schemaVersion: 1,
    id: '0190f5a4-0000-7000-8000-00000000000a',
    name: 'Clauses',
    languages: ['en', 'fr'],
    start: 'n0',
    settings,
    variables: [{ name: 'name', type: 'personName' }],
    nodes: nodes.map((node, i) => ({ id: `n${i}`, position: { x: 0, y: 0 }, ...node })),
    edges: [],
  })
const say = (en: string, fr = '') => ({ type: 'say', data: { text: { en, fr } } })
const clausesIn = (text: string, language: 'en' | 'fr' = 'en') =>
  knownSpeech(flowOf(say(text, text)), language).flatMap(({ clauses }) => clauses)

test('of a text with variables the whole clauses without one are known, as long runs and as they are spoken', () => {
  expect(clausesIn('Thank you for calling, this is the clinic. Is that {{ name }}?  Please wait,  I look.')).toEqual([
    'Thank you for calling, this is the clinic.',
    'Please wait, I look.',
  ])
  expect(clausesIn('Your appointment is on {{ name }} at ten, see you then.')).toEqual(['see you then.'])
  expect(clausesIn('You see Dr. {{ name }}, on floor 3.5, at 4 p.m. sharp.')).toEqual(['on floor 3.5, at 4 p.m. sharp.'])
  expect(clausesIn('Très bien ! Madame {{ name }}, à bientôt.', 'fr')).toEqual(['Très bien !', 'à bientôt.'])
  expect(clausesIn('{{ name }}')).toEqual([])
  expect(clausesIn('Nothing changes here.')).toEqual([])
})

test('what a node says in a voice of its own is known in that voice', () => {
  const ask = { type: 'ask', data: { variable: 'name', question: 'Who is there?', listening: { voice: 'anna' } } }
  const known = knownSpeech(flowOf(say('Hello.'), ask), 'en')
  expect(known.find(({ voice }) => voice === undefined)?.texts).toContain('Hello.')
  expect(known.find(({ voice }) => voice === 'anna')?.texts).toContain('Who is there?')
  expect(known.find(({ voice }) => voice === undefined)?.texts).not.toContain('Who is there?')
})

test('clauses are the whole text', () => {
  for (const text of ['a, b. c', ' «Oui»,  non ! ', 'J. Martin, no. 4, is here.', '', '...', 'Wait… what?! Yes']) {
    const places = clausesOf(text)
    expect(places.map(({ start, end }) => text.slice(start, end)).join(' ')).toBe(text.trim().replace(/\s+/g, ' '))
  }
})
