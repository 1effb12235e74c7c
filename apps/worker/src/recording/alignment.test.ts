import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { decodeSound, openRecordingStore, soundRate } from '@parley/recordings'
import { channelOf, soundSpans } from '@parley/testing'
import { expect, test } from 'vitest'
import { silentLine } from '../../test/silent-line.ts'
import { systemClock } from '../clock.ts'
import { createLinePort } from '../turn-taking/line-port.ts'
import { createRecorder } from './recorder.ts'
import { storeRecording } from './store-recording.ts'

const tone = Int16Array.from({ length: 12_000 }, (_, i) => 9_000 * Math.sin((2 * Math.PI * 660 * i) / 24_000))

test('what the agent says at an instant of the journal is at that instant of the opus, within 40 ms', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-alignment-'))
  const file = join(folder, 'running', 'call.wav')
  const startedAt = systemClock.now() - 3_217
  const recorder = await createRecorder({ path: file, now: startedAt })
  const stream = { asksEarly: false, turns: false, begin() {}, push() {}, finalize() {}, restart() {}, close() {} }
  const port = createLinePort(silentLine().line, {
    clock: systemClock,
    interruption: { enabled: false, minSpeechMs: 120 },
    speech: {
      recogniser: { open: () => stream },
      synthesiser: {
        async *synthesise() {
          yield { pcm: tone, words: [] }
        },
      },
    },
    recorder,
  })
  const { firstFrameAt = 0 } = await port.say({ id: 'e1', text: 'A tone', language: 'en', interruptible: false })
  await port.close()
  await recorder.finish()

  const store = openRecordingStore({ PARLEY_RECORDINGS_DIR: folder })
  const notes: string[] = []
  const stored = await storeRecording({ file, key: 'tenant/call', store, note: (code) => void notes.push(code) })
  expect({ path: stored?.path, startedAt: stored?.startedAt.getTime(), notes }).toEqual({ path: 'tenant/call.ogg', startedAt, notes: [] })

  const opus = await store.open('tenant/call.ogg')
  if (!opus) throw new Error('Nothing was stored.')
  const bytes = await buffer(decodeSound(opus))
  const samples = new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2)
  const agent = channelOf({ samples, channels: 2, sampleRate: soundRate }, 1)
  const [heard] = soundSpans(agent, soundRate)
  expect(Math.abs((heard?.fromMs ?? 0) - (firstFrameAt - startedAt))).toBeLessThanOrEqual(40)
  await rm(folder, { recursive: true })
})
