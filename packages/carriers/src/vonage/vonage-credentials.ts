import { createPrivateKey } from 'node:crypto'
import { z } from 'zod'
import type { CredentialField } from '../carrier.ts'

export const vonageCredentials = z.object({
  applicationId: z.uuid(),
  /** PEM (PKCS #8), as it is downloaded with the application. */
  privateKey: z.string().max(10_000).refine(isPrivateKey),
  apiKey: z.string().min(1).max(100),
  apiSecret: z.string().min(1).max(200),
  /** With which its webhooks are signed. */
  signatureSecret: z.string().min(1).max(200),
})
export type VonageCredentials = z.output<typeof vonageCredentials>

export const vonageFields: readonly CredentialField[] = [
  { name: 'applicationId', kind: 'text', required: true, hint: 'vonageApplicationId' },
  { name: 'privateKey', kind: 'secret', required: true, isLong: true, hint: 'vonagePrivateKey' },
  { name: 'apiKey', kind: 'text', required: true, hint: 'vonageApiKey' },
  { name: 'apiSecret', kind: 'secret', required: true, hint: 'vonageApiSecret' },
  { name: 'signatureSecret', kind: 'secret', required: true, hint: 'vonageSignatureSecret' },
]

function isPrivateKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa'
  } catch {
    return false
  }
}
