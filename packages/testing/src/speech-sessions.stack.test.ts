import { expect, it } from 'vitest'
import { speak } from './speak.ts'
import { speechSessions } from './speech-sessions.ts'

const url = process.env.SPEECH_SERVER_URL ?? ''

it('sets, counts and removes a session of the running speech server', async () => {
  const sessions = speechSessions(url)
  // The key that `speak` gives.
  await sessions.set('caller', { synthesis: { fault: 'error500', times: 1 } })
  await expect(speak(url, 'hello')).rejects.toThrow('500')
  expect((await speak(url, 'hello')).length).toBeGreaterThan(0)
  expect((await sessions.counters('caller')).synthesis).toMatchObject({ requests: 2, faults: 1, lastError: 'error500' })
  await sessions.remove('caller')
  await expect(sessions.counters('caller')).rejects.toThrow('404')
})
