import type { Db } from '@parley/db'
import type { RecordingStore } from '@parley/recordings'
import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import type { MediaServer } from './media-stream/media-server.ts'
import type { ProvidersFor } from './tenant-providers.ts'
import type { EndOfTurnModel } from './turn-taking/end-of-turn-model.ts'

/** What all calls of one worker process share. */
export type MediaDeps = {
  db: Db
  clock: Clock
  logger: Logger
  /** Carriers' media sockets in this process. */
  sockets: Pick<MediaServer, 'claim'>
  livekit: { url: string; apiKey: string; apiSecret: string }
  providersFor: ProvidersFor
  /** Absent: pauses in free speech are judged by their length and the words alone. */
  endOfTurnModel?: EndOfTurnModel
  /** `running`: where the recordings of running calls grow; `store`: where finished ones are kept. */
  recordings: { running: string; store: RecordingStore }
}
