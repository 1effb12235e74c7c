import { providerFields } from '@parley/db'
import { z } from 'zod'

/** A provider as the form sends it; `apiKey` absent: the stored one of `id`. */
export const providerInput = providerFields.extend({ id: z.uuid().optional(), apiKey: z.string().trim().min(1).max(500).optional() })
export type ProviderInput = z.output<typeof providerInput>
