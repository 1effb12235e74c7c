import { compile } from '../../expressions.ts'
import type { SingleOperation } from '../../operations/operation.ts'
import { parsed } from '../expressions/parsed.ts'
import { conditionFaults } from '../expressions/satisfiable.ts'
import { records } from '../fields.ts'
import type { Finding } from '../finding.ts'
import type { NodePlace } from './node-facts.ts'
import type { NodeCheck } from './own-problems.ts'

/** CONDITION_NEVER_TRUE, CONDITION_HIDDEN: every condition of a list can decide something. */
export const checkConditions: NodeCheck = (place, { flow }, report) => {
  for (const { field, hint, value } of place.fields) {
    if (hint.widget !== 'conditions') continue
    const conditions = records(value)
    const trees = conditions.map(({ when }) => (typeof when === 'string' && compile(flow.variables, when).ok ? parsed(when) : undefined))
    for (const [at, fault] of conditionFaults(trees, flow.variables).entries()) {
      const { name, when } = conditions[at] ?? {}
      if (fault === undefined || typeof name !== 'string' || typeof when !== 'string') continue
      const code = fault === 'never' ? 'CONDITION_NEVER_TRUE' : 'CONDITION_HIDDEN'
      report({ code, field, outcome: name, values: { source: when }, fix: without(place, field, conditions, at) })
    }
  }
}

function without({ node }: NodePlace, field: string, conditions: readonly Readonly<Record<string, unknown>>[], at: number): Finding['fix'] {
  const left = conditions.filter((_, index) => index !== at)
  const data = JSON.parse(JSON.stringify({ [field]: left }))
  const operation: SingleOperation = { type: 'updateNode', id: node.id, data }
  return { code: 'removeCondition', operation }
}
