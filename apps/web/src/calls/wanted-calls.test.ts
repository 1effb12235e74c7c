import { expect, it } from 'vitest'
import { callQuery, callsAddress, wantedCallsOf } from './wanted-calls.ts'

const flow = '019a9f2e-6c00-7000-8000-000000000002'
const read = (query: string) => wantedCallsOf(new URLSearchParams(query))

it('an address and what it asks for are the same thing', () => {
  const query = `flow=${flow}&outcome=failed.silent&period=7d&min=30&recording=yes&sort=longest&columns=when.failure`
  expect(read(query)).toEqual({
    flow,
    outcome: ['failed', 'silent'],
    period: '7d',
    min: 30,
    recording: 'yes',
    sort: 'longest',
    columns: ['when', 'failure'],
  })
  expect(callQuery(read(query))).toBe(query)
  expect(callsAddress({ failure: 'WORKER_LOST' })).toBe('/calls?failure=WORKER_LOST')
  expect(callsAddress({})).toBe('/calls')
})

it('leaves out what makes no sense and keeps the rest', () => {
  expect(read('flow=1&outcome=lost&period=9y&min=-1&failure=<b>&columns=&sort=sideways&channel=phone')).toEqual({
    sort: 'newest',
    channel: 'phone',
  })
})
