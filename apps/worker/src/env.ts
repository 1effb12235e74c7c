import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { recordingsEnv } from '@parley/recordings'
import { z } from 'zod'

/** A key that is not set may arrive as an empty string. */
const optional = z.preprocess((value) => (value === '' ? undefined : value), z.string().optional())

/** Models to ask when the first one does not answer, as JSON. */
const modelFallbacks = z.preprocess(
  (value) => (value === undefined || value === '' ? '[]' : value),
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: 'is no JSON' })
        return z.NEVER
      }
    })
    .pipe(z.array(z.strictObject({ baseUrl: z.url(), apiKey: z.string(), model: z.string().min(1) }))),
)

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  DATABASE_URL: z.url(),
  PARLEY_ENCRYPTION_KEY: z.string().min(1),
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  LIVEKIT_URL: z.url(),
  LIVEKIT_API_KEY: z.string().min(1),
  LIVEKIT_API_SECRET: z.string().min(1),
  ...recordingsEnv,
  /** Speech that was made once, for all calls and processes of this machine; may be deleted at any time. */
  PARLEY_SPEECH_DIR: z.string().min(1).default(join(tmpdir(), 'parley-speech')),
  PARLEY_SPEECH_MB: z.coerce.number().int().min(1).default(512),
  PARLEY_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  PARLEY_MEDIA_HOST: z.string().min(1).default('127.0.0.1'),
  /** Where carriers' media sockets are taken; 0: any free port. */
  PARLEY_MEDIA_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  PARLEY_MEDIA_URL: optional,
  PARLEY_MEDIA_SLOTS: z.coerce.number().int().min(1).max(1_000).default(20),
  /** A process whose resident memory has grown to so much makes room for a new one between calls. */
  PARLEY_WORKER_MB: z.coerce.number().int().min(1).default(1_024),
  /** `0` saves 250 MB a process: pauses in free speech are then judged by their length and the words alone. */
  PARLEY_END_OF_TURN_MODEL: z
    .enum(['0', '1'])
    .default('1')
    .transform((value) => value === '1'),
  /** Private addresses that tenants may type for providers, with commas between them. */
  PARLEY_TRUSTED_ADDRESSES: optional,
  SPEECH_SERVER_URL: optional,
  DEEPGRAM_API_KEY: optional,
  DEEPGRAM_URL: optional,
  DEEPGRAM_MODEL: optional,
  ELEVENLABS_API_KEY: optional,
  ELEVENLABS_URL: optional,
  ELEVENLABS_VOICE_ID: optional,
  ELEVENLABS_MODEL: optional,
  OPENAI_API_KEY: optional,
  OPENAI_BASE_URL: optional,
  OPENAI_MODEL: optional,
  PARLEY_MODEL_FALLBACKS: modelFallbacks,
})
export type WorkerEnv = z.output<typeof schema>

/** The worker's settings, checked. Throws one sentence that names every variable that is missing or wrong. */
export function readEnv(): WorkerEnv {
  const parsed = schema.safeParse(process.env)
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new Error(`The worker cannot start, its environment is incomplete. ${wrong.join('; ')}`)
}
