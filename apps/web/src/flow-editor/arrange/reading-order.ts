import type { Flow } from '@parley/flow-runtime'

/** The nodes as a call comes to them: from the start along the connections, outcome by outcome; then those nothing leads to. */
export function readingOrder(flow: Flow): string[] {
  const targets = new Map<string, string[]>()
  for (const { source, target } of flow.edges) targets.set(source, [...(targets.get(source) ?? []), target])
  const known = new Set(flow.nodes.map(({ id }) => id))
  const order = new Set<string>()
  const roots = [flow.start, ...flow.nodes.map(({ id }) => id)]
  for (const root of roots) {
    const waiting = [root]
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      if (order.has(id) || !known.has(id)) continue
      order.add(id)
      waiting.push(...(targets.get(id) ?? []))
    }
  }
  return [...order]
}
