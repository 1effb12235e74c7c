import { expect, test } from 'vitest'
import type * as z from 'zod'
import { drawn, scenario } from '../../scenario.ts'

type Data = z.input<typeof import('./tag.ts')['tag']['config']>

const flow = (data: Data) =>
  drawn(
    {
      set: ['set', { assignments: [{ variable: 'party', value: '4.0' }] }, { next: 'tag' }],
      tag: ['tag', data, { next: 'end' }],
      end: ['end', {}],
    },
    { variables: [{ name: 'party', type: 'number' }] },
  )

test('is recorded in the step that leaves the node', () => {
  const call = scenario(
    flow({ disposition: 'interested', qualification: 'hot', score: 'party * 10', note: '{{ party }} people {{ nobody }}' }),
  )
  expect(call.effects()).toMatchObject([
    { type: 'record', nodeId: 'tag', entry: { what: 'tag', disposition: 'interested', qualification: 'hot', score: 40, note: '4 people' } },
    { type: 'hangUp' },
  ])
  expect(call.state()).toMatchObject({ at: 'end', awaiting: [{ type: 'hangUp' }] })
})

test('what is empty or no number is left out; nothing at all records nothing', () => {
  const entry = (data: Data) =>
    scenario(flow(data))
      .effects()
      .find(({ type }) => type === 'record')
  expect(entry({ disposition: 'busy', score: '"high"' })).toMatchObject({ entry: { what: 'tag', disposition: 'busy' } })
  expect(entry({ disposition: 'busy', score: 'nobody' })).not.toHaveProperty('entry.score')
  expect(entry({ note: '{{ nobody }}', score: '1 / 0' })).toBeUndefined()
  expect(
    scenario(flow({}))
      .decisions()
      .find(({ nodeId }) => nodeId === 'tag')?.why.code,
  ).toBe('nothingToTag')
})
