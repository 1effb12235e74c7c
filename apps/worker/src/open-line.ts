import { setTimeout as sleep } from 'node:timers/promises'
import { setCallStatus } from '@parley/db'
import { agentIdentity, type ConductInput, contactIdentity, roomName } from '@parley/temporal/contract'
import type { Logger } from 'pino'
import { failureCodeOf } from './failure-code.ts'
import { createLiveKitPort, type LiveKitPortOptions } from './livekit/livekit-port.ts'
import type { MediaDeps } from './media-deps.ts'
import { createSocketLine } from './media-stream/socket-line.ts'
import { createLinePort } from './turn-taking/line-port.ts'
import { TooLate, within } from './within.ts'

const tries = 3
const joinWithinMs = 8_000
const betweenTriesMs = 300
/** Longer would be heard. */
const notedWithinMs = 500

export type ClosablePort = Awaited<ReturnType<typeof createLiveKitPort>>
export type LineKind = NonNullable<ConductInput['channel']>

/** Nobody could reach the room of a call, or its carrier's socket is not in this process. */
export class LineUnreachable extends Error {
  override name = 'LineUnreachable'
  readonly code = 'LINE_UNREACHABLE'
  readonly retryable = false
}

type Deps = Pick<MediaDeps, 'db' | 'livekit' | 'sockets' | 'clock' | 'transferFor'>
type Call = {
  tenantId: string
  callId: string
  attempt: number
  channel: LineKind
  logger: Logger
  onLost: () => void
  onLineNote: (code: string, detail: string) => void
} & Pick<
  LiveKitPortOptions,
  'speech' | 'interruption' | 'machineDetection' | 'voiceFor' | 'languages' | 'endOfTurnModel' | 'recorder' | 'warmTransfer' | 'onNote'
>

/**
 * The line of a call: its room, joined as the agent, or the carrier's socket that arrived in this process. Throws LineUnreachable.
 * `onLost`: the line went without the contact's hanging up, and may come back in another way.
 */
export function openLine(deps: Deps, call: Call): Promise<ClosablePort> {
  return call.channel === 'phone' ? openSocketLine(deps, call) : openRoomLine(deps, call)
}

async function openSocketLine(
  { db, sockets, clock, transferFor }: Deps,
  { tenantId, callId, onLost, onLineNote, ...conversation }: Call,
): Promise<ClosablePort> {
  const arrived = await sockets.claim(callId)
  if (!arrived) throw new LineUnreachable('The socket of the call is not in this process.')
  const { socket, ...spoken } = arrived
  const transfer = transferFor?.({ tenantId, callId })
  // A carrier whose socket we close asks at once how to go on.
  const beforeHangUp = () =>
    within(setCallStatus(db, tenantId, callId, 'wrappingUp'), notedWithinMs, 'DATABASE_UNAVAILABLE').catch((error: unknown) => {
      conversation.logger.warn({ code: failureCodeOf(error, 'DATABASE_UNAVAILABLE') }, 'the end of the call could not be noted before it')
    })
  const line = createSocketLine(socket, {
    ...spoken,
    clock,
    transfer,
    beforeHangUp,
    onLost,
    onNote: ({ code, detail }) => onLineNote(code, detail),
  })
  return createLinePort(line, { ...conversation, clock })
}

/** Joins the room of a call as its agent. Throws LineUnreachable when that failed three times. */
async function openRoomLine({ livekit, clock }: Deps, { callId, attempt, logger, ...conversation }: Call): Promise<ClosablePort> {
  for (let left = tries; ; left -= 1) {
    const joining = createLiveKitPort({
      ...livekit,
      ...conversation,
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
