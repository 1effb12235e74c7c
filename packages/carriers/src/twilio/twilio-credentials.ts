import { z } from 'zod'
import type { CredentialField } from '../carrier.ts'

export const twilioCredentials = z.object({
  accountSid: z.string().regex(/^AC[0-9a-f]{32}$/),
  authToken: z.string().min(1).max(200),
})

export const twilioFields: readonly CredentialField[] = [
  { name: 'accountSid', kind: 'text', required: true, hint: 'twilioAccountSid' },
  { name: 'authToken', kind: 'secret', required: true, hint: 'twilioAuthToken' },
]
