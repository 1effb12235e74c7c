import { z } from 'zod'
import { codeOfStatus } from '../ask.ts'
import type { CarrierCode } from '../carrier-error.ts'

const error = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
  invalid_parameters: z.array(z.object({ name: z.string() })).optional(),
})

/** Vonage's problems (RFC 7807): a bad request names the parameter. */
export function vonageError(status: number, body: unknown): { code: CarrierCode; vendorCode?: string } {
  const parsed = error.safeParse(body)
  if (status !== 400 || !parsed.success) return { code: codeOfStatus(status) }
  const [{ name } = { name: undefined }] = parsed.data.invalid_parameters ?? []
  if (name?.startsWith('to')) return { code: 'CARRIER_NUMBER_INVALID', vendorCode: name }
  if (name?.startsWith('from')) return { code: 'CARRIER_CALLER_ID_REFUSED', vendorCode: name }
  return { code: 'CARRIER_REFUSED', vendorCode: name }
}
