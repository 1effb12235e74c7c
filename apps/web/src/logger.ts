import pino from 'pino'
import { env } from './env.ts'

let made: pino.Logger | undefined

/** One line of JSON per message. Personal data goes only under `pii`, which production drops. */
export function logger(): pino.Logger {
  made ??= pino({
    name: 'web',
    level: env().PARLEY_LOG_LEVEL,
    redact: env().NODE_ENV === 'production' ? { paths: ['pii', '*.pii'], remove: true } : [],
  })
  return made
}
