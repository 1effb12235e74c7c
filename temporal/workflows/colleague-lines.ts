import { CancellationScope, isCancellation, setHandler } from '@temporalio/workflow'
import type { ColleagueReached, LineNews } from '../contract.ts'
import { type CallLine, createLine } from './call-line.ts'
import { callColleagueUpdate, releaseColleagueSignal } from './call-messages.ts'
import { callOver, invalidInput } from './call-refusals.ts'
import { areIds, isColleagueInput } from './checks.ts'
import { endLine } from './line-activities.ts'
import { reach } from './reach.ts'

type Call = { tenantId: string; callId: string }
type Colleague = { line: CallLine; scope: CancellationScope; reaching: Promise<ColleagueReached>; ended?: Promise<void> }

/** Has colleagues called for whoever conducts the call, and ends their lines. `isOver`: no colleague is called any more. */
export function listenForColleagues({ tenantId, callId }: Call, isOver: () => boolean) {
  const colleagues = new Map<string, Colleague>()

  setHandler(
    callColleagueUpdate,
    ({ lineId, ringMs, maxCallMs }) => {
      const line = createLine()
      const scope = new CancellationScope()
      const reaching = scope.run(() => reachColleague(line, { tenantId, callId, lineId, ringMs, maxCallMs })).catch(givenUp)
      colleagues.set(lineId, { line, scope, reaching })
      return reaching
    },
    {
      validator(input) {
        if (!isColleagueInput(input) || colleagues.has(input.lineId)) throw invalidInput()
        if (isOver()) throw callOver()
      },
    },
  )

  setHandler(releaseColleagueSignal, (input) => {
    if (areIds(input?.lineId)) return end(input.lineId)
  })

  async function end(lineId: string): Promise<void> {
    const colleague = colleagues.get(lineId)
    if (!colleague) return
    colleague.scope.cancel()
    // Which line is to be ended is known when the carrier has answered the dial.
    colleague.ended ??= CancellationScope.nonCancellable(async () => {
      await colleague.reaching.catch(() => undefined)
      await endLine({ tenantId, callId, lineId })
    })
    await colleague.ended
  }

  return {
    tell: (lineId: string, news: LineNews) => colleagues.get(lineId)?.line.tell(news),
    /** Ends all of them that were not ended. */
    async end(): Promise<void> {
      await Promise.all([...colleagues.keys()].map(end))
    },
  }
}

async function reachColleague(line: CallLine, call: Parameters<typeof reach>[1]): Promise<ColleagueReached> {
  const unreached = await reach(line, call)
  if (!unreached) return { outcome: 'answered' }
  const { outcome, failureCode: code } = unreached
  if (outcome === 'busy') return { outcome: 'declined' }
  return outcome === 'failed' ? { outcome, code } : { outcome: 'noAnswer' }
}

function givenUp(error: unknown): ColleagueReached {
  if (isCancellation(error)) return { outcome: 'noAnswer' }
  throw error
}
