import type { Flow, FlowNode } from '../flow.ts'
import { indexOf } from '../flow-index.ts'
import type { CallState } from '../state.ts'

/** Where a call is: the flow in force (a subflow with the library of the whole), its node, and what comes before node ids there. */
export type Place = { flow: Flow; node: FlowNode | undefined; prefix: string }

const views = new WeakMap<Flow, Map<string, Flow>>()

/** A subflow by its key, seen as a flow of its own that can run the same subflows. */
export function subflowOf(root: Flow, key: string): Flow | undefined {
  let known = views.get(root)
  if (!known) {
    known = new Map()
    views.set(root, known)
  }
  const view = known.get(key)
  if (view) return view
  const body = Object.hasOwn(root.subflows, key) ? root.subflows[key] : undefined
  if (!body) return undefined
  const created = { ...body, subflows: root.subflows }
  known.set(key, created)
  return created
}

/** The flows in force, the whole first, then the running subflows inwards. */
export function levelsOf(root: Flow, callers: CallState['callers']): Flow[] {
  const flows = [root]
  let prefix = 0
  for (const { at } of callers) {
    const node = indexOf(flows[flows.length - 1] ?? root).node(at.slice(prefix))
    const inner = node?.type === 'subflow' ? subflowOf(root, node.data.flow) : undefined
    if (!inner) break
    flows.push(inner)
    prefix = at.length + 1
  }
  return flows
}

export function prefixOf(callers: CallState['callers']): string {
  const inner = callers.at(-1)
  return inner ? `${inner.at}/` : ''
}

export function placeOf(root: Flow, { at, callers }: Pick<CallState, 'at' | 'callers'>): Place {
  const prefix = prefixOf(callers)
  const levels = levelsOf(root, callers)
  const flow = levels.at(-1) ?? root
  // A subflow that is gone has no nodes: the call fails in words, not in silence.
  const node = levels.length === callers.length + 1 ? indexOf(flow).node(at.slice(prefix.length)) : undefined
  return { flow, node, prefix }
}

/** A node by its whole id, also inside subflows that are not running. */
export function nodeByWholeId(root: Flow, id: string, flow: Flow = root): { flow: Flow; node: FlowNode } | undefined {
  const node = indexOf(flow).node(id)
  if (node) return { flow, node }
  for (let slash = id.indexOf('/'); slash > 0; slash = id.indexOf('/', slash + 1)) {
    const caller = indexOf(flow).node(id.slice(0, slash))
    const inner = caller?.type === 'subflow' ? subflowOf(root, caller.data.flow) : undefined
    const found = inner && nodeByWholeId(root, id.slice(slash + 1), inner)
    if (found) return found
  }
  return undefined
}
