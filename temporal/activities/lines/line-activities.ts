import { isCarrierStatus, isOver } from '@parley/carriers/call-status'
import {
  claimDial,
  type Db,
  dialNotBegun,
  findCarrierLine,
  findDial,
  findLine,
  getFlowVersion,
  isSuppressed,
  type StoredConnection,
  type StoredLine,
  settleDial,
} from '@parley/db'
import { ApplicationFailure, Context } from '@temporalio/activity'
import type { Logger } from 'pino'
import type { Dialled, LineActivities, LineNews, LineOfCall } from '../../contract.ts'
import { failing } from '../failing.ts'
import { askToDial, noteDialled } from './ask-to-dial.ts'
import type { CarrierFor, LineCarrier } from './line-carrier.ts'

const lineNotChanged = 'The line could not be changed'
/** Carriers ring a little longer than they are told, and their lists show a call late. */
const carriersClockMs = 30_000
/** How often a carrier is told to end a line; some never confirm it. */
const endTries = 8
/** Of which it is remembered whether they listen for machines. */
const mostVersions = 1_000

export type LineDeps = { db: Db; logger: Logger; carrierFor: CarrierFor }

/** What the call workflow does with carriers. On one line it asks to dial once, whatever dies: who asks has claimed it in the database before. */
export function createLineActivities({ db, logger, carrierFor }: LineDeps): LineActivities {
  const machineNodes = new Map<string, boolean>()
  const opened = (connection: StoredConnection | null): LineCarrier | undefined => (connection ? carrierFor(connection) : undefined)

  return {
    placeCall: (call) =>
      failing(logger, call.callId, lineNotChanged, async () => {
        const { line, to, connection, machines } = await dialOf(call)
        if (line.state !== 'waiting') return knownOf(line)
        const { tenantId, ringMs, maxCallMs } = call
        const isOwn = line.id === line.callId
        const isRefused = to !== undefined && isOwn && (await isSuppressed(db, tenantId, to))
        if (!(await claimDial(db, tenantId, line.id))) return { outcome: 'unknown' }
        if (to === undefined) return settle(tenantId, line, { outcome: 'refused', code: 'CONTACT_WITHOUT_NUMBER' })
        // A contact may have asked not to be called; a colleague is no contact.
        if (isRefused) return settle(tenantId, line, { outcome: 'refused', code: 'NUMBER_SUPPRESSED' })
        const claimed = { lineId: line.id, callId: line.callId, number: line.number, to, connection }
        return askToDial({ db, logger, carrierFor }, tenantId, claimed, { ringMs, maxCallMs, detectMachine: await machines() })
      }),
    reconcileCall: (call) =>
      failing(logger, call.callId, lineNotChanged, async () => {
        const { line, to, connection } = await dialOf(call)
        if (line.state === 'placed' || line.state === 'refused') return knownOf(line)
        // Nobody has asked the carrier; and nobody shall any more.
        if (line.state === 'waiting' && (await claimDial(db, call.tenantId, line.id))) {
          return settle(call.tenantId, line, { outcome: 'refused', code: dialNotBegun })
        }
        const found = await search(call.tenantId, line, connection, to)
        if (found) return settle(call.tenantId, line, { outcome: 'placed', carrierCallId: found })
        throw ApplicationFailure.retryable('The carrier knows no such call yet.', 'DIAL_UNKNOWN')
      }),
    lookAtLine: ({ tenantId, callId, lineId = callId }) =>
      failing(logger, callId, lineNotChanged, async () => newsOf(await findLine(db, tenantId, lineId))),
    endLine: (call) =>
      failing(logger, call.callId, lineNotChanged, async () => {
        const { line, to, connection } = await dialOf(call)
        const told = newsOf(line)
        if (line.state === 'refused' || (told && isOver(told.status))) return
        if (line.state === 'waiting' && (await claimDial(db, call.tenantId, line.id))) {
          await settle(call.tenantId, line, { outcome: 'refused', code: dialNotBegun })
          return
        }
        const carrierCallId = line.carrierCallId ?? (await search(call.tenantId, line, connection, to))
        const carrier = opened(connection)
        if (carrierCallId === undefined || carrier === undefined) {
          await settleDial(db, call.tenantId, line.id, { state: 'unknown' })
          logger.warn({ callId: call.callId, code: 'LINE_NOT_KNOWN' }, 'nobody knows a line that could be ended')
          return
        }
        if (await carrier.hangUp(carrierCallId)) return
        if (Context.current().info.attempt < endTries)
          throw ApplicationFailure.retryable('The carrier does not confirm it.', 'LINE_NOT_ENDED')
        logger.error({ callId: call.callId, code: 'LINE_NOT_ENDED' }, 'the carrier was told to end a line and never confirmed it')
      }),
  }

  async function search(tenantId: string, line: StoredLine, connection: StoredConnection | null, to: string | undefined) {
    const carrier = opened(connection)
    if (!carrier || to === undefined || line.dialledAt === null) return undefined
    const since = new Date(Number(line.dialledAt) - carriersClockMs)
    const found = await carrier.find({ to, from: line.number, reference: line.id, since })
    const known = found === undefined ? null : await findCarrierLine(db, tenantId, line.connectionId, found)
    return known && known.id !== line.id ? undefined : found
  }

  function settle(tenantId: string, { id: lineId, callId }: StoredLine, dialled: Parameters<typeof noteDialled>[3]): Promise<Dialled> {
    return noteDialled({ db, logger }, tenantId, { lineId, callId }, dialled)
  }

  /** A line, whom it leads to, and whether a machine that answers is to be told from a person. */
  async function dialOf({ tenantId, callId, lineId = callId }: LineOfCall) {
    const dial = await findDial(db, tenantId, { callId, lineId })
    if (!dial) throw ApplicationFailure.nonRetryable('There is no such line.', 'LINE_NOT_KNOWN')
    const { line, facts, flowVersionId } = dial
    const isColleague = lineId !== callId
    /** The flow wants to know it. */
    const machines = async (): Promise<boolean> => !isColleague && detectsMachines(tenantId, flowVersionId)
    return { ...dial, to: isColleague ? (line.to ?? undefined) : facts.contact?.phone, machines }
  }

  /** A version never changes. */
  async function detectsMachines(tenantId: string, flowVersionId: string): Promise<boolean> {
    const known = machineNodes.get(flowVersionId)
    if (known !== undefined) return known
    const version = await getFlowVersion(db, tenantId, flowVersionId)
    const detects = version?.document?.nodes.some(({ type }) => type === 'machine') ?? false
    if (machineNodes.size >= mostVersions) machineNodes.clear()
    machineNodes.set(flowVersionId, detects)
    return detects
  }
}

/** What the carrier has told of a line, as it was written down. */
function newsOf(line: StoredLine | null): LineNews | undefined {
  if (!isCarrierStatus(line?.status)) return undefined
  return { status: line.status, ...(line.statusCode ? { code: line.statusCode } : {}) }
}

const knownOf = ({ state, statusCode }: StoredLine): Dialled => {
  if (state === 'placed') return { outcome: 'placed' }
  return state === 'refused' ? { outcome: 'refused', code: statusCode ?? 'CARRIER_FAILED' } : { outcome: 'unknown' }
}
