import type { ConductResult, Dialled, PlaceCallInput } from '../contract.ts'
import type { CallLine } from './call-line.ts'
import { dial, lookAtLine, settled } from './line-activities.ts'

/** From the carrier's taking the call to the first ring, and for its last news to come. */
const carriersMs = 15_000

/** Has the contact's telephone ring, once; `asked`: what became of it when that was done before. How the call ends when nobody took it; undefined when somebody did. */
export async function reach(line: CallLine, call: PlaceCallInput, asked?: Dialled): Promise<ConductResult | undefined> {
  const startedAt = Date.now()
  const durationMs = () => Date.now() - startedAt
  const dialled = await (asked ? settled(call, asked) : dial(call))
  if (dialled.outcome === 'refused') return { outcome: 'failed', failureCode: dialled.code, durationMs: durationMs() }
  // News of the line are better knowledge than that of whoever asked for it.
  if (dialled.outcome === 'unknown' && !line.isKnown()) return { outcome: 'failed', failureCode: 'DIAL_UNKNOWN', durationMs: durationMs() }
  if (!(await line.settled(call.ringMs + carriersMs))) {
    // Of what a carrier tells only that is passed on by which a call takes another course.
    const news = await lookAtLine(call)
    if (news) line.tell(news)
  }
  return line.isAnswered() && !line.isOver() ? undefined : line.end(durationMs())
}
