import { z } from 'zod'

/** A variable that is not set may arrive as an empty string. */
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

/** What the environment says about the storage of recordings: a folder, or any S3-compatible service. */
export const recordingsEnv = {
  /** Recordings of running calls, and finished ones where no service is named. */
  PARLEY_RECORDINGS_DIR: z.string().min(1),
  PARLEY_RECORDINGS_S3_ENDPOINT: optional(z.url()),
  PARLEY_RECORDINGS_S3_BUCKET: optional(z.string()),
  PARLEY_RECORDINGS_S3_REGION: optional(z.string()),
  PARLEY_RECORDINGS_S3_KEY_ID: optional(z.string()),
  PARLEY_RECORDINGS_S3_SECRET: optional(z.string()),
}

const schema = z.object(recordingsEnv)
export type RecordingsEnv = z.output<typeof schema>
