import { type DestinationStream, type Logger, pino } from 'pino'

/** JSON lines on standard output. Personal data belongs under `pii` only, which production replaces. */
export function createLogger({ level, redactPii }: { level: string; redactPii: boolean }, stream?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: { process: 'worker', pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      ...(redactPii ? { redact: { paths: ['pii', '*.pii', '*.*.pii'], censor: '[redacted]' } } : {}),
    },
    stream,
  )
}
