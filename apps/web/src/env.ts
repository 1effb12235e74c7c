import { recordingsEnv } from '@parley/recordings'
import { z } from 'zod'

/** A key that is not set may arrive as an empty string. */
const optional = z.preprocess((value) => (value === '' ? undefined : value), z.string().optional())

const schema = z.object({
  NODE_ENV: z.string().default('development'),
  DATABASE_URL: z.string().min(1),
  PARLEY_ENCRYPTION_KEY: z.string().min(1),
  ...recordingsEnv,
  PARLEY_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  NEXTAUTH_URL: z.url(),
  NEXTAUTH_SECRET: z.string().min(16),
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  TEMPORAL_UI_URL: z.url().optional(),
  LIVEKIT_URL: z.url(),
  LIVEKIT_API_KEY: z.string().min(1),
  LIVEKIT_API_SECRET: z.string().min(1),
  SPEECH_SERVER_URL: optional,
  PARLEY_TRUSTED_ADDRESSES: optional,
  /** The studio's address as carriers see it. */
  PARLEY_PUBLIC_URL: z.preprocess((value) => (value === '' ? undefined : value), z.url().optional()),
  /** How many proxies of our own stand before this server, each adding to x-forwarded-for. */
  PARLEY_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** Only whether there is one: what it is for, the workers do. */
  DEEPGRAM_API_KEY: optional,
  ELEVENLABS_API_KEY: optional,
  ELEVENLABS_URL: optional,
  ELEVENLABS_MODEL: optional,
})

export type Env = z.output<typeof schema>

let parsed: Env | undefined

/** The settings of this process, read and checked once. Throws with the names of what is wrong. */
export function env(): Env {
  parsed ??= schema.parse(process.env)
  return parsed
}
