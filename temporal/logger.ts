import { type Logger, pino } from 'pino'

/** JSON lines on standard output. Personal data belongs under `pii` only, which production replaces. */
export function createLogger({ level, redactPii }: { level: string; redactPii: boolean }): Logger {
  return pino({
    level,
    base: { process: 'temporalWorker', pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    ...(redactPii ? { redact: { paths: ['pii', '*.pii'], censor: '[redacted]' } } : {}),
  })
}
