import { expect, it } from 'vitest'
import { filtersOf } from './filters-of.ts'

const asOf = new Date('2026-11-28T12:00:00Z')

it('a period ends now, a span of days with its last day in the reader’s calendar', () => {
  expect(filtersOf({ sort: 'newest', period: '7d' }, asOf)).toMatchObject({
    from: new Date('2026-11-21T12:00:00Z'),
    until: new Date(Number(asOf) + 1),
  })
  const paris = filtersOf({ sort: 'newest', from: '2026-11-01', until: '2026-11-02' }, asOf, -60)
  expect(paris).toMatchObject({ from: new Date('2026-10-31T23:00:00Z'), until: new Date('2026-11-02T23:00:00Z') })
  expect(filtersOf({ sort: 'newest', from: '2026-11-27', period: '24h' }, asOf).from).toEqual(new Date('2026-11-27T12:00:00Z'))
})
