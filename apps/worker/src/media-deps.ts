import type { Db } from '@parley/db'
import type { RecordingStore } from '@parley/recordings'
import type { Logger } from 'pino'
import type { Clock } from './clock.ts'
import type { LateJournals } from './late-journals.ts'
import type { CarrierAnswers } from './machine-detection/carrier-answers.ts'
import type { TransferFor } from './media-stream/carrier-transfer.ts'
import type { MediaServer } from './media-stream/media-server.ts'
import type { ProvidersFor } from './tenant-providers.ts'
import type { EndOfTurnModel } from './turn-taking/end-of-turn-model.ts'
import type { ColleaguesOf } from './warm-transfer/colleague-calls.ts'

/** What all calls of one worker process share. */
export type MediaDeps = {
  db: Db
  clock: Clock
  logger: Logger
  /** Carriers' media sockets in this process. */
  sockets: Pick<MediaServer, 'claim'>
  /** Absent: no carrier can move a call. */
  transferFor?: TransferFor
  /** Absent: carriers say nothing about who answered. */
  carrierAnswers?: CarrierAnswers
  /** Absent: no colleague can be called. */
  colleaguesOf?: ColleaguesOf
  livekit: { url: string; apiKey: string; apiSecret: string }
  providersFor: ProvidersFor
  /** Absent: pauses in free speech are judged by their length and the words alone. */
  endOfTurnModel?: EndOfTurnModel
  /** Aborted when the calls of this process are to go on in others. */
  handOver?: AbortSignal
  /** `running`: where the recordings of running calls grow; `store`: where finished ones are kept. */
  recordings: { running: string; store: RecordingStore }
  lateJournals: LateJournals
}
