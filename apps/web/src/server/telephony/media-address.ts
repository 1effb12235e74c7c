import { createMediaToken, type Db, freeMediaProcesses, mediaProcessUrl } from '@parley/db'

const healthWithinMs = 500

/** Carriers whose media sockets the workers take. */
export type SocketCarrier = 'twilio' | 'vonage' | 'exotel'

/** The call's own line (its id is the call's), or one that only the process that waits for it can take. */
type MediaLine = { callId: string; lineId: string; processId: string | null }

/**
 * Where a carrier connects the media socket of a line: an address that works once, for 30 seconds, at the process with the most room or at the one that waits
 * for it; undefined when all are full, or that one is gone.
 */
export async function mediaAddress(
  db: Db,
  tenantId: string,
  { callId, lineId, processId }: MediaLine,
  carrier: SocketCarrier,
): Promise<string | undefined> {
  const base = processId === null ? await freeProcess(db) : withoutSlash(await mediaProcessUrl(db, processId))
  if (base === undefined) return undefined
  const token = await createMediaToken(db, tenantId, callId, { lineId })
  return `${base}/media/${carrier}/${token}`
}

/** Whether some process would take a call now. */
export const isRoomForCall = async (db: Db): Promise<boolean> => (await freeProcess(db)) !== undefined

const withoutSlash = (url: string | undefined) => url?.replace(/\/$/, '')

const freeProcess = async (db: Db) => firstThatTakesCalls((await freeMediaProcesses(db)).flatMap(({ url }) => withoutSlash(url) ?? []))

/** A process that died a moment ago is still on the list: each is asked before a carrier is sent there. */
async function firstThatTakesCalls(urls: readonly string[]): Promise<string | undefined> {
  for (const url of urls) {
    const answer = await fetch(`${url.replace(/^ws/, 'http')}/health`, { signal: AbortSignal.timeout(healthWithinMs) }).catch(
      () => undefined,
    )
    if (answer?.ok) return url
  }
  return undefined
}
