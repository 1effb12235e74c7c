import type { Finding } from '../finding.ts'
import type { Surroundings } from '../surroundings.ts'
import { checkConditions } from './conditions.ts'
import { checkFilledIn } from './filled-in.ts'
import { checkMappings } from './mappings.ts'
import type { NodePlace } from './node-facts.ts'
import { checkOutcomeNames } from './outcome-names.ts'
import { checkSubflowCall } from './subflow-call.ts'
import { checkTenantNames } from './tenant-names.ts'
import { checkTexts } from './texts.ts'
import { checkUrl } from './url.ts'
import { checkValues } from './values.ts'

/** One group of problems of a node by itself. */
export type NodeCheck = (place: NodePlace, surroundings: Surroundings, report: (finding: Finding) => void) => void

const checks: readonly NodeCheck[] = [
  checkOutcomeNames,
  checkFilledIn,
  checkTexts,
  checkValues,
  checkConditions,
  checkMappings,
  checkTenantNames,
  checkUrl,
  checkSubflowCall,
]

/** Everything wrong with a node that can be told without the graph around it. */
export function ownProblems(place: NodePlace, surroundings: Surroundings): Finding[] {
  const found: Finding[] = []
  for (const check of checks) check(place, surroundings, (finding) => found.push({ ...finding, nodeId: place.node.id }))
  return found
}
