import type { Flow } from '@parley/flow-runtime'

const heads = new WeakMap<Flow['settings'], Flow>()
const parts = ['languages', 'start', 'variables', 'intents', 'interface', 'subflows'] as const

/**
 * The flow as far as its cards look at it besides their own node: the same object as long as none of its declarations and settings
 * changed, whatever happens to nodes and edges. Its graph may be an older one.
 */
export function headOf(flow: Flow): Flow {
  const known = heads.get(flow.settings)
  if (known && parts.every((part) => known[part] === flow[part])) return known
  heads.set(flow.settings, flow)
  return flow
}
