import { indexOf } from '../flow-index.ts'
import { nodeTypeOf } from '../node-type-of.ts'
import type { Check } from './problem.ts'

/** START_MISSING, DUPLICATE_ID, EDGE_BROKEN, OUTCOME_DUPLICATE: the parts fit together. */
export const checkStructure: Check = (flow, report) => {
  const index = indexOf(flow)
  if (!index.node(flow.start)) report('START_MISSING', 'error', { field: 'start' })
  const nodeIds = new Set<string>()
  for (const node of flow.nodes) {
    if (nodeIds.has(node.id)) report('DUPLICATE_ID', 'error', { node, values: { id: node.id } })
    nodeIds.add(node.id)
    if (node.type === 'branch') {
      const names = node.data.conditions.map(({ name }) => name)
      const twice = names.find((name, at) => names.indexOf(name) !== at || name === 'otherwise')
      if (twice !== undefined) report('OUTCOME_DUPLICATE', 'error', { node, field: 'conditions', values: { name: twice } })
    }
  }
  const edgeIds = new Set<string>()
  const used = new Set<string>()
  for (const edge of flow.edges) {
    const source = index.node(edge.source)
    const fromOutcome = `${edge.source}\n${edge.sourceHandle}`
    if (edgeIds.has(edge.id)) report('DUPLICATE_ID', 'error', { node: source, values: { id: edge.id } })
    edgeIds.add(edge.id)
    const leaves = source && nodeTypeOf(source).outcomes(source.data, flow).includes(edge.sourceHandle)
    if (!leaves || !index.node(edge.target) || used.has(fromOutcome)) {
      report('EDGE_BROKEN', 'error', { node: source, outcome: edge.sourceHandle, values: { id: edge.id } })
    }
    used.add(fromOutcome)
  }
  for (const [group, items] of [
    ['variables', flow.variables],
    ['intents', flow.intents],
  ] as const) {
    const names = new Set<string>()
    for (const { name } of items) {
      if (names.has(name)) report('DUPLICATE_ID', 'error', { field: group, values: { id: name } })
      names.add(name)
    }
  }
}
