import type { ConductResult, PlaceCallInput } from '../contract.ts'
import type { CallLine } from './call-line.ts'
import { dial } from './line-activities.ts'

/** From the carrier's taking the call to the first ring, and for its last news to come. */
const carriersMs = 15_000

/** Has the contact's telephone ring, once. How the call ends when nobody took it; undefined when somebody did. */
export async function reach(line: CallLine, call: PlaceCallInput): Promise<ConductResult | undefined> {
  const startedAt = Date.now()
  const durationMs = () => Date.now() - startedAt
  const dialled = await dial(call)
  if (dialled.outcome === 'refused') return { outcome: 'failed', failureCode: dialled.code, durationMs: durationMs() }
  // News of the line are better knowledge than that of whoever asked for it.
  if (dialled.outcome === 'unknown' && !line.isKnown()) return { outcome: 'failed', failureCode: 'DIAL_UNKNOWN', durationMs: durationMs() }
  const isSettled = await line.settled(call.ringMs + carriersMs)
  return isSettled && !line.isOver() ? undefined : line.end(durationMs())
}
