import { z } from 'zod'
import { separators } from './separator.ts'
import { textEncodings } from './text-encoding.ts'

/** How a file of leads is read. */
export const fileFormat = z.strictObject({ encoding: z.enum(textEncodings), separator: z.enum(separators) })
export type FileFormat = z.output<typeof fileFormat>
