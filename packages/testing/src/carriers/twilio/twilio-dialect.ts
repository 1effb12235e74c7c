import { createHmac, randomBytes } from 'node:crypto'
import type { Dialect } from '../exchange.ts'
import type { CallState, Instruction, SimulatedCall, WebRequest } from '../simulated-call.ts'

/** Twilio's own words. A declined call is busy to it, with the SIP response beside. */
const stateNames: Partial<Record<CallState, string>> = { declined: 'busy', invalid: 'failed' }
export const twilioState = (state: CallState): string => stateNames[state] ?? state
const sipCodes: Partial<Record<CallState, string>> = { busy: '486', declined: '603', invalid: '404', 'no-answer': '487' }

/** Twilio's webhooks, signed with the account's token, and the TwiML it does. */
export function twilioDialect(account: { accountSid: string; authToken: string }): Dialect {
  function signed(url: string, fields: Record<string, string>): WebRequest {
    const text = Object.keys(fields)
      .sort()
      .reduce((sum, name) => sum + name + fields[name], url)
    const signature = createHmac('sha1', account.authToken).update(text).digest('base64')
    return {
      url,
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8', 'x-twilio-signature': signature },
      body: new URLSearchParams(fields).toString(),
    }
  }
  const common = (call: SimulatedCall) => ({
    CallSid: call.id,
    AccountSid: account.accountSid,
    From: call.from,
    To: call.to,
    Direction: call.direction === 'outbound' ? 'outbound-api' : 'inbound',
    ApiVersion: '2010-04-01',
    CallStatus: twilioState(call.state),
  })
  return {
    protocol: 'twilio',
    newCallId: () => `CA${randomBytes(16).toString('hex')}`,
    news: (call, url, sequence) =>
      signed(url, {
        ...common(call),
        Timestamp: new Date().toUTCString(),
        CallbackSource: 'call-progress-events',
        SequenceNumber: String(sequence - 1),
        ...(sipCodes[call.state] ? { SipResponseCode: sipCodes[call.state] ?? '' } : {}),
      }),
    machine: (call, url, answeredBy) =>
      signed(url, {
        CallSid: call.id,
        AccountSid: account.accountSid,
        AnsweredBy: answeredBy === 'machine' ? 'machine_start' : 'human',
        MachineDetectionDuration: '2400',
      }),
    question: (call, url) => signed(url, common(call)),
    // The redirect behind the stream.
    lost: (call, url) => signed(url, common(call)),
    instruction: twimlInstruction,
  }
}

const plain = (text: string) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))).replace(/&amp;/g, '&')

/** The first verb that decides where the call goes. */
export function twimlInstruction(twiml: string): Instruction {
  const [, verb, attributes = ''] = /<(Connect|Dial|Hangup|Reject)\b([^>]*)>/.exec(twiml) ?? []
  if (verb === 'Connect') {
    const [, mediaUrl = ''] = /<Stream url="([^"]+)"/.exec(twiml) ?? []
    const [, resumeUrl] = /<Redirect[^>]*>([^<]+)</.exec(twiml) ?? []
    return { type: 'connect', mediaUrl: plain(mediaUrl), resumeUrl: resumeUrl && plain(resumeUrl) }
  }
  if (verb === 'Dial') return { type: 'dial', to: plain(/<Number[^>]*>([^<]+)</.exec(twiml)?.[1] ?? '') }
  if (verb === 'Reject') return { type: 'hangUp', reason: attributes.includes('"busy"') ? 'busy' : 'declined' }
  return verb === 'Hangup' ? { type: 'hangUp' } : { type: 'none' }
}
