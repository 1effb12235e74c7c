import { setTimeout as sleep } from 'node:timers/promises'
import { agentIdentity, contactIdentity, roomName } from '@parley/temporal/contract'
import type { Logger } from 'pino'
import { createLiveKitPort, type LiveKitPortOptions } from './livekit/livekit-port.ts'
import type { MediaDeps } from './media-deps.ts'
import { TooLate, within } from './within.ts'

const tries = 3
const joinWithinMs = 8_000
const betweenTriesMs = 300

export type ClosablePort = Awaited<ReturnType<typeof createLiveKitPort>>

/** Nobody could reach the room of a call. */
export class LineUnreachable extends Error {
  override name = 'LineUnreachable'
  readonly code = 'LINE_UNREACHABLE'
  readonly retryable = false
}

/** Joins the room of a call as its agent. Throws LineUnreachable when that failed three times. */
export async function openLine(
  { livekit, speech, clock }: Pick<MediaDeps, 'livekit' | 'speech' | 'clock'>,
  call: { callId: string; attempt: number; logger: Logger } & Pick<LiveKitPortOptions, 'interruption' | 'voiceFor' | 'recorder' | 'onNote'>,
): Promise<ClosablePort> {
  const { callId, attempt, logger, ...conversation } = call
  for (let left = tries; ; left -= 1) {
    const joining = createLiveKitPort({
      ...livekit,
      ...conversation,
      speech,
      clock,
      logger,
      roomName: roomName(callId),
      identity: agentIdentity(attempt),
      contactIdentity,
    })
    try {
      return await within(joining, joinWithinMs, 'LINE_TIMEOUT')
    } catch (error) {
      // A join that comes through after all must not stay in the room.
      if (error instanceof TooLate) joining.then((late) => late.close()).catch(() => undefined)
      if (left <= 1) throw new LineUnreachable('The room of the call could not be joined.', { cause: error })
      logger.warn({ err: error, left: left - 1 }, 'joining the room failed, trying again')
      await sleep(betweenTriesMs)
    }
  }
}
