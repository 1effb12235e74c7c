import { z } from 'zod'

const schema = z.object({
  SPEECH_SERVER_PORT: z.coerce.number().int().min(0).max(65_535).default(7070),
  SPEECH_SERVER_HOST: z.string().default('127.0.0.1'),
  /** "1": connections may be served late and with faults (sessions/). Only for tests and measurements. */
  SPEECH_SERVER_FAULTS: z.enum(['0', '1', '']).default('0'),
  /** Where PocketSphinx is, when not on PATH and in its usual folders. */
  POCKETSPHINX_PROGRAM: z.string().optional(),
  POCKETSPHINX_MODEL: z.string().optional(),
})

/** Settings of the speech server process; a ZodError names what is wrong. */
export function readEnv(source: NodeJS.ProcessEnv = process.env) {
  const env = schema.parse(source)
  return {
    port: env.SPEECH_SERVER_PORT,
    host: env.SPEECH_SERVER_HOST,
    faults: env.SPEECH_SERVER_FAULTS === '1',
    pocketsphinx: { program: env.POCKETSPHINX_PROGRAM, model: env.POCKETSPHINX_MODEL },
    searchPath: source.PATH ?? '',
  }
}
