import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDb } from '@parley/db'
import type { CallRecord, JournalEntry } from '@parley/flow-runtime'
import { openRecordingStore } from '@parley/recordings'
import { channelOf, readWav, rms } from '@parley/testing'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type CallRecordingOptions, openCallRecording } from './call-recording.ts'
import { runningFile } from './keep-recording.ts'

const tenantId = '0190f5a4-0000-7000-8000-000000000002'
const callId = '0190f5a4-0000-7000-8000-000000000001'
const start = 1_800_000_000_000
const loud = new Int16Array(16_000).fill(5_000)
const consent = (given: boolean, purpose = 'recording'): CallRecord => ({ what: 'consent', purpose, given })

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-call-recording-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** A call's recording; its database does not answer. */
async function opened(options: Partial<CallRecordingOptions> = {}) {
  const clock = { at: start, now: () => clock.at }
  const notes: string[] = []
  const recordings = { running: join(folder, 'running'), store: openRecordingStore({ PARLEY_RECORDINGS_DIR: folder }) }
  const recording = await openCallRecording({
    db: openDb({ url: 'postgres://nobody@127.0.0.1:1/none', encryptionKey: Buffer.alloc(32).toString('base64') }),
    clock,
    logger: pino({ level: 'silent' }),
    recordings,
    tenantId,
    callId,
    startsWhen: 'answered',
    earlier: [],
    note: (code) => void notes.push(code),
    ...options,
  })
  if (!recording) throw new Error('The disk refused.')
  /** A second of the contact's sound. */
  const sound = () => {
    recording.recorder.contact(loud, clock.at)
    clock.at += 1_000
  }
  const seconds = async () => {
    const wav = await readWav(runningFile(recordings, tenantId, callId))
    const contact = channelOf(wav, 0)
    return Array.from({ length: contact.length / 16_000 }, (_, at) => rms(contact.subarray(at * 16_000, (at + 1) * 16_000)) > 1_000)
  }
  return { recording, sound, seconds, notes, files: () => readdir(folder, { recursive: true }) }
}

test('where consent is asked first, nothing before it is written, and no consent leaves no recording', async () => {
  const { recording, sound, seconds } = await opened({ startsWhen: 'consented' })
  sound()
  recording.hearConsent(consent(true, 'marketing'))
  sound()
  recording.hearConsent(consent(true))
  sound()
  await recording.leave()
  expect(await seconds()).toEqual([false, false, true])

  await rm(join(folder, 'running'), { recursive: true })
  const never = await opened({ startsWhen: 'consented' })
  never.sound()
  await never.recording.save()
  expect(never.notes).toEqual([])
  expect((await never.files()).filter((name) => /\.(wav|ogg)$/.test(name))).toEqual([])
})

test('a refusal wipes what was recorded at once, and in every process of the call; a later yes records from there', async () => {
  const { recording, sound, seconds } = await opened()
  for (let at = 0; at < 6; at += 1) sound()
  recording.hearConsent(consent(false))
  sound()
  await recording.leave()
  expect((await seconds()).includes(true)).toBe(false)

  const entry: JournalEntry = {
    seq: 1,
    at: start,
    kind: 'step',
    state: { at: 'ask', variables: {}, status: 'running', turns: 1 },
    effects: [{ type: 'record', id: 'e1', nodeId: 'ask', entry: consent(false) }],
    decisions: [],
  }
  const next = await opened({ earlier: [entry] })
  next.sound()
  next.recording.hearConsent(consent(true))
  next.sound()
  next.recording.hearConsent(consent(false))
  await next.recording.save()
  expect((await next.files()).filter((name) => /\.(wav|ogg)$/.test(name))).toEqual([])
  expect(next.notes).toEqual([])
})

test('what cannot be stored stays whole and is told', async () => {
  const { recording, sound, seconds, notes } = await opened()
  sound()
  await recording.save()
  expect(notes).toEqual(['RECORDING_NOT_STORED'])
  expect(await seconds()).toEqual([true])
})
