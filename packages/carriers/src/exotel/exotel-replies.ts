import type { CarrierReply, CarrierType } from '../carrier.ts'

const json = (status: number, body: object): CarrierReply => ({ status, contentType: 'application/json', body: JSON.stringify(body) })

/** What the Voicebot applet is answered with. Without an address it goes on to what follows it in Exotel's flow. */
export const exotelReplies: CarrierType['replies'] = {
  connect: ({ mediaUrl }) => json(200, { url: mediaUrl }),
  reject: () => json(404, {}),
  hangUp: () => json(404, {}),
  noted: () => json(200, {}),
}
