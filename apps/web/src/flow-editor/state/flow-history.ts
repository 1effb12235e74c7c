import { apply, type Flow, invert, type Operation, type SingleOperation } from '@parley/flow-runtime'
import { mergeFlows, renameNodes } from '@parley/flow-runtime/merge'
import type { SharedCatalogue } from '../../i18n/en-shared.ts'

/** What undo says it takes back: the act, where it is more than its operation. */
export type EditLabel = Operation['type'] | keyof SharedCatalogue['canvasEdit']['edits']
/** Edits with the same `key` shortly after each other are one. */
export type Edit = {
  operation: Operation
  inverse: Operation
  /** The flow around the edit, for taking it back among the edits of others. */
  before: Flow
  after: Flow
  label: EditLabel
  key?: string
  at: number
}
/** `isShared`: others have changed the flow since some of the edits. */
export type FlowHistory = { flow: Flow; past: readonly Edit[]; future: readonly Edit[]; isShared?: boolean }

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
  const before = continues ? last.before : history.flow
  const entry = { ...both, before, after: flow, label: label ?? operation.type, key, at }
  const past = continues ? history.past.slice(0, -1) : history.past.slice(-keptEdits + 1)
  return { ...history, flow, past: [...past, entry], future: [] }
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
    ...history,
    flow: history.isShared ? among(history.flow, last.after, last.before) : apply(history.flow, last.inverse),
    past: history.past.slice(0, -1),
    future: [{ ...last, key: undefined }, ...history.future],
  }
}

export function redo(history: FlowHistory): FlowHistory {
  const [next, ...future] = history.future
  if (!next) return history
  const flow = history.isShared ? among(history.flow, next.before, next.after) : apply(history.flow, next.operation)
  return { ...history, flow, past: [...history.past, next], future }
}

/** The step from one flow to another, made where others have changed things: theirs stay. */
const among = (flow: Flow, from: Flow, to: Flow): Flow => mergeFlows(from, to, flow).flow

/**
 * The history goes on with a draft that has the changes of others too: what is undone later is mine alone. `renamed`: nodes of mine that got
 * other ids.
 */
export function withOthers(history: FlowHistory, flow: Flow, renamed: ReadonlyMap<string, string>): FlowHistory {
  const renamedEdit = (entry: Edit): Edit => ({
    ...entry,
    key: undefined,
    before: renameNodes(entry.before, renamed),
    after: renameNodes(entry.after, renamed),
  })
  return { flow, past: history.past.map(renamedEdit), future: history.future.map(renamedEdit), isShared: true }
}
