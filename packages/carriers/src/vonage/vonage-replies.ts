import type { CarrierReply, CarrierType, TransferOrder } from '../carrier.ts'
import { toVonage } from './vonage-number.ts'

const reply = (actions: object[]): CarrierReply => ({ status: 200, contentType: 'application/json', body: JSON.stringify(actions) })

/** The actions that connect the contact with somebody else. */
export const connectPhone = ({ to, from, ringSeconds, resumeUrl }: TransferOrder): object[] => [
  {
    action: 'connect',
    from: toVonage(from),
    timeout: ringSeconds,
    endpoint: [{ type: 'phone', number: toVonage(to) }],
    ...(resumeUrl === undefined ? {} : { eventType: 'synchronous', eventUrl: [resumeUrl], eventMethod: 'POST' }),
  },
]

/** What Vonage's requests are answered with (NCCO). Its events of the media socket are asked for synchronously: the answer says how to go on. */
export const vonageReplies: CarrierType['replies'] = {
  connect: ({ mediaUrl, resumeUrl }) =>
    reply([
      {
        action: 'connect',
        eventType: 'synchronous',
        eventUrl: [resumeUrl],
        eventMethod: 'POST',
        endpoint: [{ type: 'websocket', uri: mediaUrl, 'content-type': 'audio/l16;rate=16000' }],
      },
    ]),
  // An answer without actions ends the call; there is none that turns it away with a reason.
  reject: () => reply([]),
  hangUp: () => reply([]),
  noted: () => ({ status: 204, contentType: 'application/json', body: '' }),
}
