import type { Flow } from '../flow.ts'
import { checkExpressions } from './expressions.ts'
import { checkIntents } from './intents.ts'
import { checkLoops } from './loops.ts'
import { checkOutcomes } from './outcomes.ts'
import { type Check, type CheckContext, type Problem, reporter } from './problem.ts'
import { checkReachability } from './reachability.ts'
import { checkRequired } from './required.ts'
import { checkServices } from './services.ts'
import { checkStructure } from './structure.ts'
import { checkTexts } from './texts.ts'

const checks: readonly Check[] = [
  checkStructure,
  checkReachability,
  checkOutcomes,
  checkLoops,
  checkRequired,
  checkTexts,
  checkExpressions,
  checkIntents,
  checkServices,
]

/** Everything wrong with a flow. A flow with an error cannot be published; without one, no call gets stuck in it. */
export function check(flow: Flow, context: CheckContext = {}): Problem[] {
  const problems: Problem[] = []
  const report = reporter(problems, context.locale ?? 'en')
  for (const run of checks) run(flow, report, context)
  return problems
}
