import type { Flow } from '../flow.ts'
import { checkFlow, checkSubflow } from './check-body.ts'
import { usedSubflows } from './library.ts'
import type { CheckContext, Problem } from './problem.ts'

/**
 * Everything wrong with a flow and the subflows it runs. A flow with an error cannot be published; without one, no call gets stuck in it.
 * What was found for a node, a pair of intents or a subflow is kept with that object: checking again after an edit costs what the edit touched.
 */
export function check(flow: Flow, context: CheckContext = {}): Problem[] {
  const { problems } = checkFlow(flow, context, true)
  for (const key of usedSubflows(flow)) problems.push(...(checkSubflow(flow, key, context)?.problems ?? []))
  return problems
}
