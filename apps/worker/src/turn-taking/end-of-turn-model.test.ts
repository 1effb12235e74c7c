import { join } from 'node:path'
import { readWav } from '@parley/testing'
import { expect, test } from 'vitest'
import { createEndOfTurnModel } from './end-of-turn-model.ts'

test('the model runs on the last words of any length, and tells a sentence that stops in mid-word from silence after one', async () => {
  const { samples } = await readWav(join(import.meta.dirname, '../../../../e2e/fixtures/book-appointment.wav'))
  const model = createEndOfTurnModel()
  const answers = [samples, samples.slice(0, 9_000), new Int16Array(0)].map((pcm) => model.finished(pcm, 'en'))
  for (const answer of await Promise.all(answers)) expect(typeof answer).toBe('boolean')
  expect(await model.finished(samples.slice(0, 20_000), 'en')).toBe(false)
})
