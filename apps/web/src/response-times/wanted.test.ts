import { expect, it } from 'vitest'
import { addressOf, wantedOf } from './wanted.ts'

it('keeps what is looked at in the address, and takes nonsense for nothing', () => {
  const wanted = { period: '30d', flow: '019a9f2e-6c00-7000-8000-000000000002', channel: 'phone' } as const
  expect(wantedOf(Object.fromEntries(new URL(addressOf(wanted), 'http://x').searchParams))).toEqual(wanted)
  expect(addressOf({ period: '7d' })).toBe('/response-times?period=7d')
  expect(wantedOf({ period: 'ever', flow: ['a', 'b'], channel: 'fax' })).toEqual({ period: '7d' })
})
