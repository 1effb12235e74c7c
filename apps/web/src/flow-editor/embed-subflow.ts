import type { Flow } from '@parley/flow-runtime'

type Subflows = Flow['subflows']
type Body = Subflows[string]

/**
 * The subflows of a flow with another document added to them, and the key it got. What the document runs itself comes along; bodies that
 * are there already are not added twice.
 */
export function embedSubflow(flow: Flow, document: Flow): { key: string; subflows: Subflows } {
  const { subflows: inner, ...body } = document
  const bodies = new Map(Object.entries(flow.subflows))
  // Keys first: bodies name each other.
  const keys = new Map(Object.entries(inner).map(([key, one]) => [key, take(bodies, key, one)]))
  const rekeyed = (one: Body): Body => ({
    ...one,
    nodes: one.nodes.map((node) =>
      node.type === 'subflow' ? { ...node, data: { ...node.data, flow: keys.get(node.data.flow) ?? node.data.flow } } : node,
    ),
  })
  for (const [key, one] of Object.entries(inner)) bodies.set(keys.get(key) ?? key, rekeyed(one))
  const key = take(bodies, document.name, rekeyed(body))
  return { key, subflows: Object.fromEntries(bodies) }
}

/** Puts a body under a free key made from its name, or under the key it has already; answers with the key. */
function take(bodies: Map<string, Body>, name: string, body: Body): string {
  const wanted = name.trim() || 'subflow'
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? wanted : `${wanted} ${number}`
    const there = bodies.get(key)
    if (there && JSON.stringify(there) !== JSON.stringify(body)) continue
    bodies.set(key, body)
    return key
  }
}
