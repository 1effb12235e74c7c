import { recordingsEnv } from '@parley/recordings'
import { z } from 'zod'

/** A key that is not set may arrive as an empty string. */
const optional = z.preprocess((value) => (value === '' ? undefined : value), z.string().optional())

const environment = z.object({
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  DATABASE_URL: z.string().min(1),
  PARLEY_ENCRYPTION_KEY: z.string().min(1),
  LIVEKIT_URL: z.url({ protocol: /^wss?$/ }),
  LIVEKIT_API_KEY: z.string().min(1),
  LIVEKIT_API_SECRET: z.string().min(1),
  ...recordingsEnv,
  DEEPGRAM_API_KEY: optional,
  DEEPGRAM_URL: optional,
  DEEPGRAM_MODEL: optional,
  PARLEY_TRUSTED_ADDRESSES: optional,
  /** The studio's address as carriers see it. */
  PARLEY_PUBLIC_URL: z.preprocess((value) => (value === '' ? undefined : value), z.url()),
  PARLEY_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']).default('info'),
  NODE_ENV: z.string().optional(),
})

/** What this process needs from its surroundings; throws with the names of what is missing. */
export const readEnv = () => environment.parse(process.env)
