import { describe, expect, it } from 'vitest'
import { byteRange } from './recordings/byte-range.ts'
import { isSameOrigin } from './same-origin.ts'

const own = 'http://127.0.0.1:3000'
const asks = (headers: Record<string, string>) => isSameOrigin(new Headers(headers), own)

describe('requests that change something', () => {
  it('are taken from the studio’s own pages only', () => {
    expect(asks({ origin: own, host: '127.0.0.1:3000' })).toBe(true)
    expect(asks({ origin: 'https://studio.example', host: 'studio.example' })).toBe(true)
    expect(asks({ origin: 'https://evil.example', host: '127.0.0.1:3000' })).toBe(false)
    expect(asks({ origin: own, host: '127.0.0.1:3000', 'sec-fetch-site': 'cross-site' })).toBe(false)
    expect(asks({ host: '127.0.0.1:3000' })).toBe(false)
    expect(asks({ origin: 'null', host: '127.0.0.1:3000' })).toBe(false)
  })
})

describe('byte ranges', () => {
  it('reads what players ask for', () => {
    expect(byteRange(null, 100)).toBeUndefined()
    expect(byteRange('bytes=0-', 100)).toEqual({ start: 0, end: 99 })
    expect(byteRange('bytes=10-19', 100)).toEqual({ start: 10, end: 19 })
    expect(byteRange('bytes=-5', 100)).toEqual({ start: 95, end: 99 })
    expect(byteRange('bytes=90-500', 100)).toEqual({ start: 90, end: 99 })
    expect(byteRange('bytes=100-', 100)).toBe('unsatisfiable')
    expect(byteRange('bytes=0-1,3-4', 100)).toBeUndefined()
  })
})
