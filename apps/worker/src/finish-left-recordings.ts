import { readdir } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { type Db, getCall, readJournal } from '@parley/db'
import type { Logger } from 'pino'
import { z } from 'zod'
import { failureCodeOf } from './failure-code.ts'
import { keepRecording } from './keep-recording.ts'
import type { MediaDeps } from './media-deps.ts'
import { recordingConsentIn } from './recording/recording-consent.ts'

const afterMs = 30_000

type Deps = { db: Db; logger: Logger; recordings: MediaDeps['recordings'] }

/**
 * Stores what calls that are over left behind: their process died, the line did not come back, or the storage was away. Looks now and half a minute
 * after each look. Returns what stops it.
 */
export function finishLeftRecordings(deps: Deps): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let looking: Promise<void> | undefined
  const look = () => {
    looking = finishOnce(deps).then(() => {
      if (!stopped) timer = setTimeout(look, afterMs)
    })
  }
  look()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await looking
  }
}

/** One look. Never rejects: what fails stays for the next one. */
export async function finishOnce(deps: Deps): Promise<void> {
  const { logger, recordings } = deps
  for (const tenantId of await namesIn(recordings.running)) {
    for (const callId of await namesIn(join(recordings.running, tenantId))) {
      await finish(deps, tenantId, callId).catch((error: unknown) => {
        logger.error(
          { tenantId, callId, code: 'RECORDING_NOT_STORED', cause: failureCodeOf(error, 'unknown') },
          'a recording waits to be stored',
        )
      })
    }
  }
}

async function finish({ db, logger, recordings }: Deps, tenantId: string, callId: string): Promise<void> {
  const call = await getCall(db, tenantId, callId)
  if (call && call.status !== 'ended') return
  const refused = !call || recordingConsentIn(await readJournal(db, tenantId, callId)) === false
  const note = (code: string, cause?: string) => logger.error({ tenantId, callId, code, cause }, 'recording')
  await keepRecording({ db, recordings, tenantId, callId, refused, note })
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.map((file) => parse(file).name).filter((name) => z.uuid().safeParse(name).success)
}
