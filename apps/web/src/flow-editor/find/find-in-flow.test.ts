import { flow as flowSchema } from '@parley/flow-runtime'
import { describe, expect, it } from 'vitest'
import { findInFlow } from './find-in-flow.ts'

const flow = flowSchema.parse({
  schemaVersion: 1,
  name: 'Found',
  languages: ['en', 'fr'],
  variables: [{ name: 'day', type: 'date' }],
  nodes: [
    { id: 'greet', type: 'say', position: { x: 0, y: 0 }, data: { text: { en: 'Good morning.', fr: 'Le cabinet est fermé.' } } },
    { id: 'when', type: 'ask', position: { x: 0, y: 0 }, data: { variable: 'day', question: { en: 'Which one?' } } },
    { id: 'big', type: 'branch', position: { x: 0, y: 0 }, data: { conditions: [{ name: 'soon', when: 'known.day' }] } },
  ],
  notes: [{ id: 'n', position: { x: 0, y: 0 }, text: 'Ask Léa about this.' }],
})
const ids = (search: string) => findInFlow(flow, search, 'en').map(({ id }) => id)

describe('finding in a flow', () => {
  it('finds texts of every language without their accents, and says where', () => {
    const [find] = findInFlow(flow, 'FERME', 'en')
    expect(find).toMatchObject({ id: 'greet', place: { kind: 'words', language: 'fr' }, match: 'fermé', before: 'Le cabinet est ' })
  })

  it('finds variables in fields and in expressions, ids, node types and notes', () => {
    expect(ids('day')).toEqual(['when', 'big'])
    expect(ids('gree')).toEqual(['greet'])
    expect(ids('ask')).toEqual(['when', 'note:n'])
    expect(ids('lea')).toEqual(['note:n'])
    expect(ids('nothing of the kind')).toEqual([])
    expect(ids(' ')).toEqual([])
  })
})
