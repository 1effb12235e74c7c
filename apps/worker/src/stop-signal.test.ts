import { expect, test } from 'vitest'
import { HandedOver } from './ending.ts'
import { stopSignal } from './stop-signal.ts'

/** The reason the conductor is given when the activity is stopped for `why`. */
async function reasonFor(why: string, goesOn = true) {
  const activity = new AbortController()
  const { signal } = stopSignal({ signal: activity.signal, workflowGoesOn: () => Promise.resolve(goesOn) })
  activity.abort(new Error(why))
  await expect.poll(() => signal.aborted).toBe(true)
  return signal.reason
}

test('a cancelled call is hung up', async () => {
  expect(await reasonFor('CANCELLED')).toBe('cancelled')
})

test('a worker that shuts down, or was given up by the server, leaves the line to its successor', async () => {
  expect(await reasonFor('WORKER_SHUTDOWN')).toBeInstanceOf(HandedOver)
  expect(await reasonFor('NOT_FOUND')).toBeInstanceOf(HandedOver)
})

test('with the workflow over nobody would come: the call is hung up', async () => {
  expect(await reasonFor('NOT_FOUND', false)).toBe('cancelled')
})
