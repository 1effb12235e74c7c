import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createWaitingLine } from './waiting-line.ts'

function wait() {
  const state = { waits: true, speaking: false, said: 0 }
  const line = createWaitingLine({
    waits: () => state.waits,
    isSpeaking: () => state.speaking,
    say: () => {
      state.said += 1
    },
  })
  return { state, ...line }
}

test('half a second of silence while something is waited for is broken, once', async () => {
  const { state, happened, close } = wait()
  happened()
  await sleep(300)
  expect(state.said).toBe(0)
  await sleep(400)
  expect(state.said).toBe(1)
  await sleep(900)
  expect(state.said).toBe(1)
  close()
})

test('an answer in time, speech under way and the end of the call leave nothing to break', async () => {
  const answered = wait()
  answered.happened()
  answered.state.waits = false
  answered.happened()
  const speaking = wait()
  speaking.state.speaking = true
  speaking.happened()
  const over = wait()
  over.happened()
  over.close()
  await sleep(800)
  expect([answered.state.said, speaking.state.said, over.state.said]).toEqual([0, 0, 0])
  speaking.state.speaking = false
  await sleep(900)
  expect(speaking.state.said).toBe(1)
  speaking.close()
})
