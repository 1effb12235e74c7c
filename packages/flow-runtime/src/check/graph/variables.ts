import type { FlowGraph } from './flow-graph.ts'
import type { GraphCheck } from './graph-check.ts'
import { knownVariables } from './known-variables.ts'
import { inputsOf } from './silence.ts'

/** VARIABLE_USED_BEFORE_SET, VARIABLE_NEVER_SET, VARIABLE_NEVER_USED. */
export const checkVariables: GraphCheck = (graph, report) => {
  const { flow, facts, reachable, surroundings } = graph
  const known = knownVariables(graph)
  const filled = new Set(inputsOf(surroundings))
  const used = new Set([...filled, ...flow.interface.outputs.flatMap((name) => surroundings.numberOf.get(name) ?? [])])
  for (const { use } of facts) {
    for (const variable of use.fills) filled.add(variable)
    for (const variable of use.mentions) used.add(variable)
  }
  const told = new Set<number>()
  for (const { node, use } of facts) {
    for (const variable of use.mentions) {
      if (filled.has(variable) || told.has(variable)) continue
      told.add(variable)
      report({ code: 'VARIABLE_NEVER_SET', nodeId: node.id, values: { name: nameOf(graph, variable) } })
    }
  }
  for (let number = 0; number < facts.length; number += 1) {
    const own = facts[number]
    if (!own || reachable[number] !== 1) continue
    const unknown = own.use.reads.filter(({ variable }) => !known.has(number, variable) && filled.has(variable))
    for (const [at, { variable, field }] of unknown.entries()) {
      if (unknown.findIndex((other) => other.variable === variable) !== at) continue
      report({ code: 'VARIABLE_USED_BEFORE_SET', nodeId: own.node.id, field, values: { name: nameOf(graph, variable) } })
    }
  }
  for (const { name } of flow.variables) {
    const variable = surroundings.numberOf.get(name)
    if (variable === undefined || used.has(variable)) continue
    const operation = { type: 'setVariables' as const, variables: flow.variables.filter((declared) => declared.name !== name) }
    report({
      code: 'VARIABLE_NEVER_USED',
      field: 'variables',
      values: { name },
      fix: { code: 'removeVariable', values: { name }, operation },
    })
  }
}

const nameOf = ({ surroundings }: FlowGraph, variable: number): string =>
  [...surroundings.numberOf].find(([, number]) => number === variable)?.[0] ?? ''
