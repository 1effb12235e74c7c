import { afterEach, expect, test, vi } from 'vitest'
import { whenFree } from './when-free.ts'

afterEach(() => vi.unstubAllGlobals())

/** A browser whose free moments come when told. */
function freeMoments() {
  const asked = new Map<number, () => void>()
  let last = 0
  vi.stubGlobal('requestIdleCallback', (act: () => void) => {
    last += 1
    asked.set(last, act)
    return last
  })
  vi.stubGlobal('cancelIdleCallback', (handle: number) => asked.delete(handle))
  return {
    asked: () => asked.size,
    come() {
      const now = [...asked]
      for (const [handle, act] of now) {
        asked.delete(handle)
        act()
      }
    },
  }
}

test('each gets a free moment of its own, in the order they came', () => {
  const moments = freeMoments()
  const done: string[] = []
  for (const name of ['lists', 'check', 'messages']) whenFree(() => done.push(name))
  moments.come()
  expect(done).toEqual(['lists'])
  moments.come()
  moments.come()
  expect(done).toEqual(['lists', 'check', 'messages'])
  expect(moments.asked()).toBe(0)
})

test('what is called off is not called, and the others still are', () => {
  const moments = freeMoments()
  const done: string[] = []
  const cancel = whenFree(() => done.push('lists'))
  whenFree(() => done.push('check'))
  cancel()
  moments.come()
  expect(done).toEqual(['check'])
  whenFree(() => done.push('messages'))()
  moments.come()
  expect(done).toEqual(['check'])
  expect(moments.asked()).toBe(0)
})
