import { withoutTenant } from './in-tenant.ts'
import type { Db } from './open-db.ts'

export type MediaProcess = { id: string; url: string; slots: number; calls: number }

/** A process that has said nothing for this long is not there any more. */
const silentMs = 6_000

/** Says that this process takes carrier sockets at `url` and conducts `calls` of at most `slots` now. To be repeated every two seconds. */
export async function announceMediaProcess(db: Db, { id, ...process }: MediaProcess): Promise<void> {
  const data = { ...process, seenAt: new Date() }
  await withoutTenant(db, (tx) => tx.mediaProcess.upsert({ where: { id }, create: { id, ...data }, update: data }))
}

/** Says that this process takes no sockets any more; also forgets those that went without a word an hour ago. */
export async function withdrawMediaProcess(db: Db, id: string): Promise<void> {
  const forgottenBefore = new Date(Date.now() - 3_600_000)
  await withoutTenant(db, (tx) => tx.mediaProcess.deleteMany({ where: { OR: [{ id }, { seenAt: { lt: forgottenBefore } }] } }))
}

/** The processes with room for another call, the one with the most first; those that died a moment ago may still be among them. */
export async function freeMediaProcesses(db: Db): Promise<MediaProcess[]> {
  const since = new Date(Date.now() - silentMs)
  const there = await withoutTenant(db, (tx) => tx.mediaProcess.findMany({ where: { seenAt: { gt: since } } }))
  return there
    .filter(({ slots, calls }) => calls < slots)
    .sort((a, b) => b.slots - b.calls - (a.slots - a.calls))
    .map(({ id, url, slots, calls }) => ({ id, url, slots, calls }))
}

/** Where carriers reach one process; undefined when it is not there any more. */
export async function mediaProcessUrl(db: Db, id: string): Promise<string | undefined> {
  const seenAt = { gt: new Date(Date.now() - silentMs) }
  const there = await withoutTenant(db, (tx) => tx.mediaProcess.findFirst({ where: { id, seenAt }, select: { url: true } }))
  return there?.url
}

/** How many calls all the processes that are there can hold. */
export async function mediaCapacity(db: Db): Promise<number> {
  const since = new Date(Date.now() - silentMs)
  const { _sum } = await withoutTenant(db, (tx) => tx.mediaProcess.aggregate({ where: { seenAt: { gt: since } }, _sum: { slots: true } }))
  return _sum.slots ?? 0
}
