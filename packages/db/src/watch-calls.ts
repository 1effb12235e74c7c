import { type Listening, listenTo } from './listen-to.ts'
import { callChannel } from './notify-call.ts'

/**
 * Calls `onNotify` for every change of a call in the whole database; what happened while the connection was lost is not told, `onReconnect` is the moment to
 * read again. The ids say nothing about tenants: read the call with the tenant's own query before showing anything.
 */
export function watchCalls(url: string, onNotify: (callId: string, seq: number) => void, onReconnect?: () => void): Listening {
  const onPayload = (payload: string) => {
    const split = payload.lastIndexOf(':')
    const seq = Number(payload.slice(split + 1))
    if (split > 0 && Number.isInteger(seq)) onNotify(payload.slice(0, split), seq)
  }
  return listenTo(url, callChannel, onPayload, onReconnect)
}
