import type { Db } from '@parley/db'
import type { Generator, UnderstandingEngine } from '@parley/understanding'
import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import type { SpeechProviders } from './speech/providers.ts'

/** What all calls of one worker process share. */
export type MediaDeps = {
  db: Db
  clock: Clock
  logger: Logger
  livekit: { url: string; apiKey: string; apiSecret: string }
  speech: SpeechProviders
  /** The engine for a flow that wants at least this confidence. */
  understandingFor: (threshold: number) => UnderstandingEngine
  generator: Generator
  recordingsDir: string
}
