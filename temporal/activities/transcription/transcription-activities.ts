import { type Db, getCall, getFlowVersion, getRecording, readJournal, saveTranscription, transcriptionProvider } from '@parley/db'
import type { AddressGuard } from '@parley/net-guard'
import { contentTypeOf, type RecordingStore } from '@parley/recordings'
import { Context } from '@temporalio/activity'
import type { Logger } from 'pino'
import type { TranscriptionActivities } from '../../contract.ts'
import { failing } from '../failing.ts'
import { languageOf } from './language-of.ts'
import { placeOf } from './place-of.ts'
import { type RecordedSound, type TranscriptionPlace, transcribeFile } from './transcribe-file.ts'
import { TranscriptionError } from './transcription-error.ts'

export type TranscriptionDeps = {
  db: Db
  /** Where finished recordings are kept. */
  store: RecordingStore
  /** Which addresses that tenants typed are called. */
  guard: Pick<AddressGuard, 'refusal'>
  /** What tenants without a key of their own fall back on. */
  installed?: TranscriptionPlace
  logger: Logger
  /** For one try. Deepgram itself gives up after ten minutes. */
  withinMs?: number
}

const usuallyWithinMs = 11 * 60_000
const signOfLifeMs = 5_000

/** What the transcription workflow does in this process. */
export function createTranscriptionActivities(deps: TranscriptionDeps): TranscriptionActivities {
  return {
    transcribeRecording: ({ tenantId, callId }) =>
      failing(deps.logger, callId, 'The recording was not transcribed', async () => {
        const context = Context.current()
        const signsOfLife = setInterval(() => context.heartbeat(), signOfLifeMs)
        try {
          return { turns: await transcribe(deps, tenantId, callId, context.cancellationSignal) }
        } finally {
          clearInterval(signsOfLife)
        }
      }),
  }
}

async function transcribe(
  { db, store, guard, installed, withinMs = usuallyWithinMs }: TranscriptionDeps,
  tenantId: string,
  callId: string,
  signal: AbortSignal,
): Promise<number> {
  const [recording, language, own] = await Promise.all([
    getRecording(db, tenantId, callId),
    languageOfCall(db, tenantId, callId),
    transcriptionProvider(db, tenantId),
  ])
  const place = own ? placeOf(own.apiKey, own.settings) : installed
  const typed = own?.settings.url
  if (typed !== undefined && (await guard.refusal(typed))) throw new TranscriptionError('PROVIDER_ADDRESS_REFUSED')
  if (!place) throw new TranscriptionError('TRANSCRIBER_MISSING')
  const sound = recording && (await soundOf(store, recording.path))
  if (!sound) throw new TranscriptionError('RECORDING_NOT_FOUND')
  const turns = await transcribeFile(sound, { place, language, withinMs, signal })
  const isKept = await saveTranscription(db, tenantId, callId, { vendor: 'deepgram', language, turns })
  if (!isKept) throw new TranscriptionError('RECORDING_NOT_FOUND')
  return turns.length
}

async function soundOf(store: RecordingStore, key: string): Promise<RecordedSound | undefined> {
  const bytes = await store.sizeOf(key)
  const data = bytes === undefined ? undefined : await store.open(key)
  return bytes === undefined || !data ? undefined : { data, bytes, contentType: contentTypeOf(key) }
}

async function languageOfCall(db: Db, tenantId: string, callId: string): Promise<string> {
  const call = await getCall(db, tenantId, callId)
  const [entries, version] = await Promise.all([
    readJournal(db, tenantId, callId),
    call ? getFlowVersion(db, tenantId, call.flowVersionId) : undefined,
  ])
  return languageOf(entries, version?.document?.languages[0] ?? 'en')
}
