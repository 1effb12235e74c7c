import { isRecord, type NodeField } from '../fields.ts'
import type { Finding } from '../finding.ts'
import type { NodePlace } from './node-facts.ts'
import type { NodeCheck } from './own-problems.ts'

/** OUTCOME_DUPLICATE: the ways out that the author named differ from each other and from the node's own. */
export const checkOutcomeNames: NodeCheck = (place, { flow }, report) => {
  const { node, type, fields, outcomes } = place
  const naming = fields.filter(
    ({ cell, hint }) => !cell && (hint.widget === 'rows' || hint.widget === 'conditions' || hint.widget === 'intents'),
  )
  if (naming.length === 0) return
  const emptied = Object.fromEntries(naming.map(({ field }) => [field, []]))
  const used = new Set(type.outcomes({ ...node.data, ...emptied }, flow))
  for (const { field, value } of naming) {
    for (const [row, item] of (Array.isArray(value) ? value : []).entries()) {
      const name = isRecord(item) ? item.name : item
      if (typeof name !== 'string' || !outcomes.includes(name)) continue
      if (used.has(name))
        report({ code: 'OUTCOME_DUPLICATE', field, values: { name }, fix: renamed(place, { field, value, row, name, used }) })
      used.add(name)
    }
  }
}

type Doubled = { field: string; value: NodeField['value']; row: number; name: string; used: ReadonlySet<string> }

/** The second of the name gets a number; an intent is declared elsewhere and keeps its name. */
function renamed({ node, outcomes }: NodePlace, { field, value, row, name, used }: Doubled): Finding['fix'] {
  if (!Array.isArray(value) || !isRecord(value[row])) return undefined
  let number = 2
  while (used.has(`${name}${number}`) || outcomes.includes(`${name}${number}`)) number += 1
  const rows = value.map((record: unknown, at) => (at === row && isRecord(record) ? { ...record, name: `${name}${number}` } : record))
  const data = JSON.parse(JSON.stringify({ [field]: rows }))
  return { code: 'renameOutcome', values: { name: `${name}${number}` }, operation: { type: 'updateNode', id: node.id, data } }
}
