import path from 'node:path'
import { z } from 'zod'
import { repositoryRoot } from './repository.ts'
import { StackError } from './stack-error.ts'

const port = z.coerce.number().int().min(1).max(65_535).optional()
const text = z.string().min(1).optional()

const schema = z.object({
  PARLEY_HOME: text,
  PARLEY_WEB_PORT: port,
  PARLEY_POSTGRES_PORT: port,
  PARLEY_TEMPORAL_PORT: port,
  PARLEY_TEMPORAL_UI_PORT: port,
  PARLEY_LIVEKIT_PORT: port,
  PARLEY_LIVEKIT_TCP_PORT: port,
  PARLEY_LIVEKIT_UDP_PORT: port,
  SPEECH_SERVER_PORT: port,
  PARLEY_PRACTICE_CARRIER_PORT: port,
  PARLEY_TRUSTED_ADDRESSES: z.string().default(''),
  PARLEY_WORKERS: z.coerce.number().int().min(1).max(16).default(2),
  DATABASE_URL: text,
  DATABASE_ADMIN_URL: text,
  TEMPORAL_ADDRESS: text,
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  TEMPORAL_UI_URL: text,
  LIVEKIT_URL: text,
  LIVEKIT_API_KEY: text,
  LIVEKIT_API_SECRET: text,
  SPEECH_SERVER_URL: text,
  PARLEY_CHROMIUM: text,
  DEEPGRAM_API_KEY: text,
  POCKETSPHINX_PROGRAM: text,
  POCKETSPHINX_MODEL: text,
  PATH: z.string().default(''),
  XDG_CACHE_HOME: text,
})

export type ToolsEnv = z.output<typeof schema> & { home: string }

/** What the local stack reads from the environment, validated; an empty variable counts as not set. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): ToolsEnv {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new StackError('ENVIRONMENT_INVALID', `The environment variable ${issue?.path.join('.')} cannot be used: ${issue?.message}.`)
  }
  return { ...parsed.data, home: path.resolve(parsed.data.PARLEY_HOME ?? path.join(repositoryRoot, '.parley')) }
}

/** Where `./parley practice-carrier` listens, on loopback. */
export const practiceCarrierPort = ({ PARLEY_PRACTICE_CARRIER_PORT = 7060 }: Pick<ToolsEnv, 'PARLEY_PRACTICE_CARRIER_PORT'>): number =>
  PARLEY_PRACTICE_CARRIER_PORT

/** The environment a child process inherits before Parley's own variables are added: no telemetry from any tool. */
export const inheritedEnv = (): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)),
  NEXT_TELEMETRY_DISABLED: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
})
