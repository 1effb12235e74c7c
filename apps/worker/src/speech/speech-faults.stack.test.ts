import { beforeAll, expect, test } from 'vitest'
import { speechTrials } from '../../test/speech-trials.ts'

// One fault of each stage; all of them are in `npm run test:faults`.
const trials = speechTrials(process.env.SPEECH_SERVER_URL ?? '')

beforeAll(() => trials.voice('warm'))

test('a recogniser that closes in the middle of a sentence is replaced and every word is heard', async () => {
  const yes = await trials.voice('yes please')
  const heard = await trials.hear({ fault: 'midUtteranceClose', faultAfterMs: 300, times: 1 }, yes)
  expect([heard.outcome, heard.sockets]).toEqual(['yes please', 2])
})

test('a voice that is out of order is replaced by the local one', async () => {
  const text = 'How can I help you?'
  const notes = ['PROVIDER_RETRY SYNTHESIS_UNAVAILABLE', 'PROVIDER_FALLBACK SYNTHESIS_UNAVAILABLE']
  expect(await trials.speak({ fault: 'error500' }, text)).toMatchObject({ words: text, error: undefined, notes })
})
