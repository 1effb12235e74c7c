import { expect, test } from 'vitest'
import { remoteAddressOf } from './remote-address.ts'

const forwarded = (...addresses: string[]) => new Headers({ 'x-forwarded-for': addresses.join(', ') })

test('what the outermost of our proxies saw counts, not what the sender wrote before it', () => {
  expect(remoteAddressOf(forwarded('203.0.113.9'), 1)).toBe('203.0.113.9')
  expect(remoteAddressOf(forwarded('198.51.100.1', '203.0.113.9', '10.0.0.2'), 2)).toBe('203.0.113.9')
})

test('nothing is known without proxies of ours, or when one of them was gone round', () => {
  expect(remoteAddressOf(forwarded('203.0.113.9'), 0)).toBeUndefined()
  expect(remoteAddressOf(forwarded('203.0.113.9'), 2)).toBeUndefined()
  expect(remoteAddressOf(new Headers(), 1)).toBeUndefined()
})
