import { columnMapping, fileFormat } from '@parley/campaigns/import'
import { z } from 'zod'

/** How a file is read, as the page that showed its first rows says. */
export const importInput = z.strictObject({
  format: fileFormat,
  mapping: columnMapping,
  defaultCountry: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
})
export type ImportInput = z.output<typeof importInput>
