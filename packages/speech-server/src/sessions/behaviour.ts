import { z } from 'zod'

/**
 * What goes wrong with a connection. `unauthorized`, `rateLimited`, `error500`: refused with 401, 429, 500. `silence`: accepted, read and never
 * answered. `halfOpen`: the TCP connection stays, nothing more is read or written. `garbage`: broken JSON, wrong types and binary in place of
 * messages. `drop`: the connection breaks. `midUtteranceClose`: closed while somebody speaks. `midMessageClose`: broken in the middle of a message.
 */
const faultName = z.enum([
  'unauthorized',
  'rateLimited',
  'error500',
  'silence',
  'halfOpen',
  'garbage',
  'drop',
  'midUtteranceClose',
  'midMessageClose',
])
export type FaultName = z.output<typeof faultName>

const duration = z.number().int().min(0).max(600_000)
const recognition = z.strictObject({
  /** How much later than the engine every answer is (milliseconds), and up to how much later than that. */
  delayMs: duration.default(0),
  jitterMs: duration.default(0),
  fault: faultName.nullable().default(null),
  /** From the opening of the connection; for `midUtteranceClose` from the start of the utterance, in its own time. */
  faultAfterMs: duration.default(0),
  /** Only the first so many connections have the fault; null: all. */
  times: z.number().int().min(1).nullable().default(null),
})
const synthesis = recognition.extend({
  /** Audio leaves no faster than it is heard. */
  paceRealTime: z.boolean().default(false),
  /** Audio leaves no faster than this, in bytes a second. */
  slowStream: z.number().int().min(1).nullable().default(null),
})

/** The body of `PUT /sessions/<name>`: how the connections that give the name as their API key are served. */
export const sessionOptions = z.strictObject({ recognition: recognition.prefault({}), synthesis: synthesis.prefault({}) })
export type SessionOptions = z.output<typeof sessionOptions>
/** How one connection is served: `delayMs` before each message of recognition, before the first audio of each text of synthesis. */
export type Behaviour = z.output<typeof synthesis>

/** A connection without delays and faults but for those given. */
export const behaviour = (wanted: Partial<Behaviour> = {}): Behaviour => ({ ...synthesis.parse({}), ...wanted })
