import { z } from 'zod'

const guess = z.object({
  phone: z.int().optional(),
  name: z.int().optional(),
  timeZone: z.int().optional(),
  country: z.int().optional(),
  variables: z.array(z.object({ column: z.int(), name: z.string(), type: z.enum(['text', 'number', 'date', 'boolean']) })),
})

/** The first rows of a file as the server read them, and what its columns seem to be. */
export const filePreview = z.object({
  format: z.object({ encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']), separator: z.enum([',', ';', '\t', '|']) }),
  header: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  mapping: guess,
})
export type FilePreview = z.output<typeof filePreview>
export type GuessedMapping = z.output<typeof guess>
