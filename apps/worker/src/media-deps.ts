import type { Db } from '@parley/db'
import type { RecordingStore } from '@parley/recordings'
import type { Generator, UnderstandingEngine } from '@parley/understanding'
import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import type { MediaServer } from './media-stream/media-server.ts'
import type { SpeechFor } from './tenant-speech.ts'
import type { EndOfTurnModel } from './turn-taking/end-of-turn-model.ts'

/** What all calls of one worker process share. */
export type MediaDeps = {
  db: Db
  clock: Clock
  logger: Logger
  /** Carriers' media sockets in this process. */
  sockets: Pick<MediaServer, 'claim'>
  livekit: { url: string; apiKey: string; apiSecret: string }
  speechFor: SpeechFor
  /** The engine for a flow that wants at least this confidence. */
  understandingFor: (threshold: number) => UnderstandingEngine
  generator: Generator
  /** Absent: pauses in free speech are judged by their length and the words alone. */
  endOfTurnModel?: EndOfTurnModel
  /** `running`: where the recordings of running calls grow; `store`: where finished ones are kept. */
  recordings: { running: string; store: RecordingStore }
}
