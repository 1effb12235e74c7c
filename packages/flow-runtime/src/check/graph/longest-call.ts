import { components } from './components.ts'
import { eachNext, type FlowGraph } from './flow-graph.ts'
import type { GraphCheck } from './graph-check.ts'

/** CALL_TOO_LONG: the longest way through the flow is longer than the settings allow; each node is counted once, also in circles. */
export const checkLongestCall: GraphCheck = (graph, report) => {
  const { settings } = graph.flow
  const longestMs = longestCallMs(graph)
  if (!graph.isRoot || longestMs <= settings.maxCallMs) return
  const minutes = (ms: number) => String(Math.ceil(ms / 60_000))
  const values = { minutes: minutes(longestMs), limit: minutes(settings.maxCallMs) }
  const operation = { type: 'setSettings' as const, settings: { ...settings, maxCallMs: Math.ceil(longestMs / 60_000) * 60_000 } }
  report({ code: 'CALL_TOO_LONG', field: 'maxCallMs', values, fix: { code: 'allowLongerCalls', values, operation } })
}

/** The longest a call can spend on its way from the start, in milliseconds; what wishes lead to is not counted. */
export function longestCallMs(graph: FlowGraph): number {
  const { facts, start, surroundings } = graph
  if (start < 0) return 0
  const ahead = new Float64Array(facts.length)
  const partOf = new Int32Array(facts.length).fill(-1)
  const parts = components(
    facts.length,
    () => true,
    (number, see) => eachNext(graph, number, (next) => see(next)),
  )
  for (const [at, part] of parts.entries()) {
    let after = 0
    let own = 0
    for (const number of part) partOf[number] = at
    for (const number of part) {
      const { longestMs = 0, subflow } = facts[number] ?? {}
      own += longestMs + (subflow === undefined ? 0 : (surroundings.summaryOf(subflow)?.longestMs ?? 0))
      eachNext(graph, number, (next) => {
        if (partOf[next] !== at) after = Math.max(after, ahead[next] ?? 0)
      })
    }
    for (const number of part) ahead[number] = own + after
  }
  return ahead[start] ?? 0
}
