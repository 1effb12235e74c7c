import { exotelProtocol } from './exotel-codec.ts'
import type { MediaProtocol } from './media-codec.ts'
import { twilioProtocol } from './twilio-codec.ts'
import { vonageProtocol } from './vonage-codec.ts'

const protocols: Record<string, MediaProtocol> = { twilio: twilioProtocol, exotel: exotelProtocol, vonage: vonageProtocol }

/** Whose media socket an address is for: `/media/<carrier>/<token>`. */
export function addressedTo(pathname: string): { protocol: MediaProtocol; token: string } | undefined {
  const [, carrier = '', token] = /^\/media\/(twilio|exotel|vonage)\/([A-Za-z0-9_-]{1,200})$/.exec(pathname) ?? []
  const protocol = protocols[carrier]
  return protocol && token !== undefined ? { protocol, token } : undefined
}
