import { isIP } from 'node:net'
import { z } from 'zod'
import type { CredentialField } from '../carrier.ts'

const address = z.string().refine((text) => {
  const [host = '', bits] = text.split('/')
  const family = isIP(host)
  return family > 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)))
})

/** Exotel does not sign its requests: at least one of a password and its addresses has to be told. */
export const exotelCredentials = z
  .object({
    accountSid: z.string().regex(/^[A-Za-z0-9_-]{1,100}$/),
    apiKey: z.string().min(1).max(200),
    apiToken: z.string().min(1).max(200),
    /** The flow (app id) with the Voicebot applet; absent: the media socket is opened by the dial itself. */
    flowId: z
      .string()
      .regex(/^\d{1,20}$/)
      .optional(),
    webhookPassword: z.string().min(16).max(200).optional(),
    addresses: z.array(address).max(50).default([]),
  })
  .refine(({ webhookPassword, addresses }) => webhookPassword !== undefined || addresses.length > 0)
export type ExotelCredentials = z.output<typeof exotelCredentials>

export const exotelFields: readonly CredentialField[] = [
  { name: 'accountSid', kind: 'text', required: true, hint: 'exotelAccountSid' },
  { name: 'apiKey', kind: 'text', required: true, hint: 'exotelApiKey' },
  { name: 'apiToken', kind: 'secret', required: true, hint: 'exotelApiToken' },
  { name: 'flowId', kind: 'text', required: false, hint: 'exotelFlowId' },
  { name: 'webhookPassword', kind: 'secret', required: false, hint: 'exotelWebhookPassword' },
  { name: 'addresses', kind: 'list', required: false, hint: 'exotelAddresses' },
]
