import type { CarrierReply, CarrierType, TransferOrder } from '../carrier.ts'

const xml = (text: string) => text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`)

export const twiml = (verbs: string): string => `<?xml version="1.0" encoding="UTF-8"?><Response>${verbs}</Response>`
const reply = (verbs: string): CarrierReply => ({ status: 200, contentType: 'text/xml', body: twiml(verbs) })

/** The verbs that connect the contact with somebody else. */
export function dialVerb({ to, from, ringSeconds, resumeUrl }: TransferOrder): string {
  const action = resumeUrl === undefined ? '' : ` action="${xml(resumeUrl)}" method="POST"`
  return `<Dial callerId="${xml(from)}" timeout="${ringSeconds}" answerOnBridge="true"${action}><Number>${xml(to)}</Number></Dial>`
}

/** What Twilio's requests are answered with (TwiML). A media socket that ends lets it go on to the redirect. */
export const twilioReplies: CarrierType['replies'] = {
  connect: ({ mediaUrl, resumeUrl }) =>
    reply(`<Connect><Stream url="${xml(mediaUrl)}"/></Connect><Redirect method="POST">${xml(resumeUrl)}</Redirect>`),
  reject: (reason) => reply(`<Reject reason="${reason}"/>`),
  hangUp: () => reply('<Hangup/>'),
  noted: () => reply(''),
}
