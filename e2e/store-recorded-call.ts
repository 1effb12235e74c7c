import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { appendJournal, createCall, type Db, finishCall, getFlow, newId, saveRecording, seed } from '@parley/db'
import { encodeOpus, soundRate } from '@parley/recordings'
import { writeWav } from '@parley/testing'
import { stackVariable } from './stack.ts'

const seconds = 8

/** A finished call of the example flow with eight recorded seconds; what the caller wanted was heard badly. */
export async function storeRecordedCall(db: Db): Promise<{ tenantId: string; callId: string }> {
  const { tenantId, flowId } = await seed(db)
  const flowVersionId = (await getFlow(db, tenantId, flowId))?.publishedVersionId
  if (!flowVersionId) throw new Error('The example flow is not published.')
  const callId = newId()
  const facts = { callId, direction: 'inbound', channel: 'browser', timeZone: 'Europe/Paris' } as const
  await createCall(db, tenantId, { callId, flowId, flowVersionId, channel: 'browser', facts })
  const startedAt = Date.now() - 60_000
  const state = { at: 'why', variables: {}, status: 'running', turns: 1 } as const
  const say = { type: 'say', id: 'e1', nodeId: 'why', text: 'What can I do for you?', language: 'en', interruptible: true } as const
  const at = startedAt + 4_000
  await appendJournal(db, tenantId, callId, [
    { seq: 1, at: startedAt + 100, kind: 'step', state, effects: [say], decisions: [] },
    {
      ...{ seq: 2, at: startedAt + 2_000, kind: 'event' },
      event: { type: 'speechFinished', at: startedAt + 2_000, effectId: 'e1', completed: true, heard: say.text },
    },
    { seq: 3, at, kind: 'event', event: { type: 'contactSaid', at, effectId: 'e2', text: 'a boy meant', confidence: 0.4, language: 'en' } },
  ])
  await finishCall(db, tenantId, callId, { outcome: 'completed', turns: 1 })

  const path = `${tenantId}/${callId}.ogg`
  const target = join(await stackVariable('PARLEY_RECORDINGS_DIR'), path)
  const folder = await mkdtemp(join(tmpdir(), 'parley-recorded-'))
  const samples = Int16Array.from({ length: seconds * soundRate * 2 }, (_, index) => 4_000 * Math.sin(index / 20))
  await writeWav(join(folder, 'call.wav'), { sampleRate: soundRate, channels: 2, samples })
  await mkdir(join(target, '..'), { recursive: true })
  await encodeOpus(join(folder, 'call.wav'), target, 60_000)
  await rm(folder, { recursive: true })
  const peaks = { contact: Array.from({ length: 200 }, () => 0.3), agent: Array.from({ length: 200 }, () => 0.3) }
  await saveRecording(db, tenantId, callId, { path, startedAt: new Date(startedAt), seconds, peaks })
  return { tenantId, callId }
}
