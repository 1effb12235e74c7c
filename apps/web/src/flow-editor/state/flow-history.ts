import { apply, type Flow, invert, type Operation, type SingleOperation } from '@parley/flow-runtime'
import type { Catalogue } from '../../i18n/catalogue.ts'

/** What undo says it takes back: the act, where it is more than its operation. */
export type EditLabel = Operation['type'] | keyof Catalogue['canvasEdit']['edits']
/** Edits with the same `key` shortly after each other are one. */
export type Edit = { operation: Operation; inverse: Operation; label: EditLabel; key?: string; at: number }
export type FlowHistory = { flow: Flow; past: readonly Edit[]; future: readonly Edit[] }

const sameEditWithinMs = 1_500
const keptEdits = 200

export const startHistory = (flow: Flow): FlowHistory => ({ flow, past: [], future: [] })

/** Applies an edit and remembers how to take it back. An edit that changes nothing leaves no trace. */
export function edit(
  history: FlowHistory,
  operation: Operation,
  { at, key, label }: { at: number; key?: string; label?: EditLabel },
): FlowHistory {
  const flow = apply(history.flow, operation)
  if (flow === history.flow) return history
  const last = history.past.at(-1)
  const continues = last !== undefined && key !== undefined && last.key === key && at - last.at < sameEditWithinMs
  const inverse = invert(history.flow, operation)
  const both = continues ? asOne(last, { operation, inverse }) : { operation, inverse }
  const entry = { ...both, label: label ?? operation.type, key, at }
  const past = continues ? history.past.slice(0, -1) : history.past.slice(-keptEdits + 1)
  return { flow, past: [...past, entry], future: [] }
}

type Pair = Pick<Edit, 'operation' | 'inverse'>

/** Two edits as one: the second where it stands for both, else every step. */
function asOne(first: Pair, second: Pair): Pair {
  if (standsForBoth(first.operation, second.operation)) return { operation: second.operation, inverse: first.inverse }
  return {
    operation: { type: 'batch', operations: [...partsOf(first.operation), ...partsOf(second.operation)] },
    inverse: { type: 'batch', operations: [...partsOf(second.inverse), ...partsOf(first.inverse)] },
  }
}

/** The second of two changes of the same thing does; of two renames it finds the thing only after the first. */
function standsForBoth(first: Operation, second: Operation): boolean {
  if (first.type !== second.type || second.type === 'batch' || second.type === 'renameOutcome') return false
  if (second.type === 'rename' || !('name' in first && 'name' in second)) return true
  return first.name === second.name
}

const partsOf = (operation: Operation): readonly SingleOperation[] => (operation.type === 'batch' ? operation.operations : [operation])

export function undo(history: FlowHistory): FlowHistory {
  const last = history.past.at(-1)
  if (!last) return history
  return {
    flow: apply(history.flow, last.inverse),
    past: history.past.slice(0, -1),
    future: [{ ...last, key: undefined }, ...history.future],
  }
}

export function redo(history: FlowHistory): FlowHistory {
  const [next, ...future] = history.future
  if (!next) return history
  return { flow: apply(history.flow, next.operation), past: [...history.past, next], future }
}
