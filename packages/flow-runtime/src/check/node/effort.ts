import { isRecord } from '../fields.ts'
import type { Surroundings } from '../surroundings.ts'
import type { NodePlace } from './node-facts.ts'
import { secondsToSay } from './seconds-to-say.ts'

/** What is counted for the caller's words each time they are waited for, in milliseconds. */
const answerMs = 4000
const usualTries = 3

/** The longest a node takes: everything it can say once, every silence waited out, every try used up, every time-out reached. */
export function effortOf({ node, type, listens }: NodePlace, { flow, first }: Surroundings): number {
  const data: Readonly<Record<string, unknown>> = node.data
  // A task in the background is not waited for, and told with other words.
  if (type.taskFinished) return 0
  const speechMs = type.speaks(node.data, flow, first).reduce((sum, text) => sum + secondsToSay(text) * 1000, 0)
  return speechMs + (listens ? listeningMs(data, flow.settings) : waitingMs(data))
}

function listeningMs(data: Readonly<Record<string, unknown>>, { silence }: Surroundings['flow']['settings']): number {
  const own = isRecord(data.listening) ? data.listening : {}
  const waitMs = numberOr(own.waitMs, silence.waitMs)
  const silences = numberOr(own.maxReprompts, silence.maxReprompts) + 1
  return silences * waitMs + numberOr(data.maxTries, usualTries) * answerMs
}

const waitingMs = (data: Readonly<Record<string, unknown>>): number =>
  Object.entries(data).reduce((sum, [name, value]) => (name.endsWith('Ms') ? sum + numberOr(value, 0) : sum), 0)

const numberOr = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise)
