import { beforeAll, describe, expect, test } from 'vitest'
import { speechTrials } from '../../test/speech-trials.ts'

const trials = speechTrials(process.env.SPEECH_SERVER_URL ?? '')
const text = 'Good morning, this is the front desk. How can I help you today?'
const wholeSeconds = 3.5
beforeAll(() => trials.voice('warm'))

describe.each([
  ['unauthorized', 'SYNTHESIS_UNAUTHORIZED', 1],
  ['rateLimited', 'SYNTHESIS_RATE_LIMITED', 2],
  ['error500', 'SYNTHESIS_UNAVAILABLE', 2],
  ['silence', 'SYNTHESIS_TIMEOUT', 2],
  ['halfOpen', 'SYNTHESIS_TIMEOUT', 2],
  // Or the broken bytes come too late on a slow machine.
  ['garbage', 'SYNTHESIS_(UNAVAILABLE|TIMEOUT)', 2],
  ['midMessageClose', 'SYNTHESIS_(UNAVAILABLE|TIMEOUT)', 2],
] as const)('synthesis with %s', (fault, code, requests) => {
  const told = (note: string) => expect.stringMatching(new RegExp(`^${note}${code}$`))
  const retry = requests === 2 ? [told('PROVIDER_RETRY ')] : []

  test('is spoken whole by the local voice; a late voice is not waited for twice', async () => {
    const spoken = await trials.speak({ fault }, text)
    expect(spoken).toMatchObject({ words: text, error: undefined })
    expect(spoken.requests).toBeLessThanOrEqual(requests)
    expect(spoken.notes.at(-1)).toEqual(told('PROVIDER_FALLBACK '))
    expect(spoken.seconds).toBeGreaterThan(wholeSeconds)
    // Two deadlines for the first audio, and at most as many of the local voice.
    expect(spoken.firstAudioMs).toBeLessThan(6_500)
  })

  test(`fails as ${code} where there is no other voice`, async () => {
    const spoken = await trials.speak({ fault }, text, { fallback: false })
    expect(spoken).toMatchObject({ words: '', seconds: 0, error: told(''), requests, notes: retry })
    expect(spoken.tookMs).toBeLessThan(4_500)
  })

  test('once: the second try is heard whole, where one makes sense', async () => {
    const spoken = await trials.speak({ fault, times: 1 }, text, { fallback: false })
    if (requests === 2) expect(spoken).toMatchObject({ words: text, error: undefined, requests, notes: retry })
    else expect(spoken).toMatchObject({ words: '', error: told(''), requests })
  })
})

test('a stream that breaks off is followed by the other voice from the word that was cut, and no word is said twice', async () => {
  const spoken = await trials.speak({ fault: 'midUtteranceClose', faultAfterMs: 1_500 }, text)
  expect(spoken).toMatchObject({ words: text, error: undefined, requests: 1, notes: ['PROVIDER_FALLBACK SYNTHESIS_BROKEN'] })
  expect(spoken.seconds).toBeGreaterThan(wholeSeconds)
})

test('a stream slower than speech is waited for; one that hardly moves is broken', async () => {
  expect(await trials.speak({ slowStream: 40_000 }, text)).toMatchObject({ words: text, error: undefined, requests: 1, notes: [] })
  expect(await trials.speak({ slowStream: 5_000 }, text)).toMatchObject({ words: text, error: undefined, requests: 1 })
})

test('a voice that does not exist is replaced by the local one, or is told', async () => {
  const how = { voiceId: 'nobody' }
  expect(await trials.speak({}, text, how)).toMatchObject({ words: text, requests: 1, notes: ['PROVIDER_FALLBACK SYNTHESIS_REFUSED'] })
  expect(await trials.speak({}, text, { ...how, fallback: false })).toMatchObject({ seconds: 0, error: 'SYNTHESIS_REFUSED' })
})
