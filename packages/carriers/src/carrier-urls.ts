import { withReference } from './with-reference.ts'

/** What a carrier asks the studio at: how to go on with a call that was answered or whose socket went away, and how a call is. */
export const carrierEvents = ['answer', 'status', 'resume'] as const
export type CarrierEvent = (typeof carrierEvents)[number]

/** Where a carrier reaches the studio about one connection, and about one call of it. `publicUrl`: the studio's address as the carrier sees it. */
export function carrierUrl(publicUrl: string, event: CarrierEvent, connectionId: string, callId?: string): string {
  const url = new URL(`/api/carriers/${connectionId}/${event}`, publicUrl)
  return callId === undefined ? url.href : withReference(url.href, callId)
}
