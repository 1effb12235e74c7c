import { beforeAll, describe, expect, test } from 'vitest'
import { speechTrials } from '../../test/speech-trials.ts'
import { turnTimes } from '../turn-taking/patience.ts'

const trials = speechTrials(process.env.SPEECH_SERVER_URL ?? '')
let yes: Int16Array
beforeAll(async () => {
  yes = await trials.voice('yes please')
})

/** From the end of the voice; the machine may be as slow as this again. */
const deadlineMs = turnTimes.recogniserTries * turnTimes.silentRecogniserMs + turnTimes.finalDeadlineMs
const atOnce = { faultAfterMs: 0 }
const midway = { faultAfterMs: 300 }

describe.each([
  ['unauthorized', 'RECOGNITION_UNAUTHORIZED', 1, atOnce],
  ['rateLimited', 'RECOGNITION_RATE_LIMITED', 3, atOnce],
  ['error500', 'RECOGNITION_UNAVAILABLE', 3, atOnce],
  ['silence', 'RECOGNITION_TIMEOUT', 2, atOnce],
  ['halfOpen', 'RECOGNITION_TIMEOUT', 2, atOnce],
  ['garbage', 'RECOGNITION_TIMEOUT', 2, atOnce],
  ['midUtteranceClose', 'RECOGNITION_BROKEN', 3, midway],
  ['midMessageClose', 'RECOGNITION_BROKEN', 3, atOnce],
] as const)('recognition with %s', (fault, code, sockets, when) => {
  test(`fails as ${code} after ${sockets} sockets`, async () => {
    const { outcome, lateMs, sockets: opened } = await trials.hear({ fault, ...when }, yes)
    expect([outcome, opened]).toEqual([code, sockets])
    expect(lateMs).toBeLessThan(deadlineMs * 2)
  })

  test('once: every word is heard all the same, unless the key is refused', async () => {
    const { outcome, sockets: opened } = await trials.hear({ fault, ...when, times: 1 }, yes)
    expect(outcome).toBe(fault === 'unauthorized' ? code : 'yes please')
    // A slow machine may be late for a connection once more.
    expect(opened).toBeLessThanOrEqual(fault === 'unauthorized' ? 1 : 3)
  })
})

test('recognition that is late by 1.2 seconds is waited for', async () => {
  const { outcome, lateMs } = await trials.hear({ delayMs: 1_200, jitterMs: 200 }, yes)
  expect(outcome).toBe('yes please')
  expect(lateMs).toBeGreaterThan(1_000)
})
