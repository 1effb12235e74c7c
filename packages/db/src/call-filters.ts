import type { CallOutcome } from '@parley/flow-runtime'
import { Prisma } from './generated/client.ts'
import type { CallChannel } from './generated/enums.ts'
import { isOfVersion } from './is-of-version.ts'

/** Which calls of a tenant; what is absent does not narrow. Times are of the start of a call: from `from` until before `until`. */
export type CallFilters = {
  ids?: readonly string[]
  flowId?: string
  flowVersionId?: string
  outcomes?: readonly CallOutcome[]
  /** Those that have not ended. */
  isRunning?: boolean
  channel?: CallChannel
  from?: Date
  until?: Date
  minSeconds?: number
  maxSeconds?: number
  hasRecording?: boolean
  failureCode?: string
  /** Those in which an appointment was booked that still stands. */
  isBooked?: boolean
  /** Without test calls of drafts. */
  isOfVersion?: boolean
  /** Those with an answer that took longer. */
  slowerThanMs?: number
}

/** The condition on `"Call" c`. */
export function callsWhere(tenantId: string, filters: CallFilters): Prisma.Sql {
  const { ids, flowId, flowVersionId, outcomes, isRunning, channel, from, until } = filters
  const { minSeconds, maxSeconds, hasRecording, failureCode, isBooked, slowerThanMs } = filters
  const ofVersion = filters.isOfVersion && isOfVersion(Prisma.sql`c."flowVersionId"`)
  const recording = Prisma.sql`EXISTS (SELECT 1 FROM "Recording" r WHERE r."tenantId" = c."tenantId" AND r."callId" = c.id)`
  const conditions = [
    Prisma.sql`c."tenantId" = ${tenantId}::uuid`,
    ids && Prisma.sql`c.id = ANY(${[...ids]}::uuid[])`,
    flowId && Prisma.sql`c."flowId" = ${flowId}::uuid`,
    flowVersionId && Prisma.sql`c."flowVersionId" = ${flowVersionId}::uuid`,
    outcomes && Prisma.sql`c.outcome = ANY(${[...outcomes]}::"CallOutcome"[])`,
    isRunning && Prisma.sql`c.status IN ('created', 'roomReady', 'conducting', 'wrappingUp')`,
    channel && Prisma.sql`c.channel = ${channel}::"CallChannel"`,
    from && Prisma.sql`c."startedAt" >= ${from}`,
    until && Prisma.sql`c."startedAt" < ${until}`,
    minSeconds !== undefined && Prisma.sql`c."durationMs" >= ${Math.round(minSeconds * 1000)}`,
    maxSeconds !== undefined && Prisma.sql`c.status = 'ended' AND c."durationMs" <= ${Math.round(maxSeconds * 1000)}`,
    hasRecording !== undefined && (hasRecording ? recording : Prisma.sql`NOT ${recording}`),
    ofVersion,
    failureCode && Prisma.sql`c."failureCode" = ${failureCode}`,
    isBooked &&
      Prisma.sql`EXISTS (SELECT 1 FROM "Appointment" a WHERE a."tenantId" = c."tenantId" AND a."callId" = c.id AND a.status = 'booked')`,
    slowerThanMs !== undefined &&
      Prisma.sql`EXISTS (SELECT 1 FROM "Turn" t WHERE t."tenantId" = c."tenantId" AND t."callId" = c.id AND t."gapMs" > ${slowerThanMs})`,
  ]
  return Prisma.join(
    conditions.filter((condition) => condition instanceof Prisma.Sql),
    ' AND ',
  )
}
