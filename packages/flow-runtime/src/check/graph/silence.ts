import { maxSilentHops } from '../../interpreter/walk.ts'
import type { NodeFacts } from '../node/node-facts.ts'
import { components } from './components.ts'
import { eachNext, type FlowGraph, isOptional, outcomeAt } from './flow-graph.ts'
import type { GraphCheck } from './graph-check.ts'

/**
 * LOOP_WITHOUT_LISTENING: going round must need the caller; named once per loop, at its first node. TOO_MANY_STEPS: where a call can pass
 * more nodes without waiting than the interpreter follows in one step.
 */
export const checkSilence: GraphCheck = (graph, report) => {
  const loops = silentLoops(graph)
  for (const number of loops) report({ code: 'LOOP_WITHOUT_LISTENING', nodeId: graph.facts[number]?.node.id })
  if (loops.length > 0) return
  const { longest, from } = silentSteps(graph)
  if (longest > maxSilentHops)
    report({ code: 'TOO_MANY_STEPS', nodeId: graph.facts[from]?.node.id, values: { most: String(maxSilentHops) } })
}

/** Whether a call may pass the node without the caller's words, each time. */
const isSilent = ({ surroundings }: FlowGraph, { listens, subflow }: NodeFacts): boolean =>
  !listens && (subflow === undefined || (surroundings.summaryOf(subflow)?.silent ?? true))

/** Where an edge into a handler leads: back to the caller's place, unless an edge is drawn for that. */
function eachSilentNext(graph: FlowGraph, number: number, see: (next: number) => void): void {
  const own = graph.facts[number]
  eachNext(graph, number, (next, slot) => {
    if (own?.type.entered !== 'byIntent' || isOptional(own, outcomeAt(graph, number, slot))) see(next)
  })
}

function silentLoops(graph: FlowGraph): number[] {
  const { facts } = graph
  const counts = (number: number) => {
    const own = facts[number]
    return own !== undefined && isSilent(graph, own)
  }
  const isLoop = (part: readonly number[]) => {
    let toItself = part.length > 1
    if (!toItself) eachSilentNext(graph, part[0] ?? 0, (next) => (toItself ||= next === part[0]))
    return toItself
  }
  return components(facts.length, counts, (number, see) => eachSilentNext(graph, number, see))
    .filter(isLoop)
    .map((part) => Math.min(...part))
    .sort((a, b) => a - b)
}

/** Nodes a call may pass without waiting, at most, and where that begins; the way back from a handler goes on elsewhere. */
export function silentSteps(graph: FlowGraph): { longest: number; from: number } {
  const { facts, byIntent } = graph
  const setters = filledOften(graph)
  const maySkip = ({ skips, use }: NodeFacts) => skips && use.fills.some((variable) => setters.has(variable))
  const counts = (number: number) => {
    const own = facts[number]
    return own !== undefined && (isSilent(graph, own) || maySkip(own))
  }
  const ahead = new Int32Array(facts.length)
  const toHandler = new Int32Array(facts.length).fill(-1)
  const parts = components(facts.length, counts, (number, see) => eachSilentNext(graph, number, see))
  const partOf = new Int32Array(facts.length).fill(-1)
  for (const [at, part] of parts.entries()) for (const number of part) partOf[number] = at
  for (const [at, part] of parts.entries()) {
    let after = 0
    let handlerAfter = part.some((number) => facts[number]?.type.entered === 'byIntent') ? 0 : -1
    for (const number of part) {
      eachSilentNext(graph, number, (next) => {
        if (partOf[next] === at || !counts(next)) return
        after = Math.max(after, ahead[next] ?? 0)
        handlerAfter = Math.max(handlerAfter, toHandler[next] ?? -1)
      })
    }
    const own = stepsWithin(graph, part, maySkip)
    for (const number of part) {
      ahead[number] = own + after
      if (handlerAfter >= 0) toHandler[number] = own + handlerAfter
    }
  }
  let longest = 0
  let from = 0
  for (const [number, steps] of ahead.entries()) {
    if (graph.reachable[number] !== 1 || steps <= longest) continue
    longest = steps
    from = number
  }
  // A wish leads into the handler, which may lead back to another place, from where it goes on.
  let back = 0
  for (const handler of byIntent) {
    eachNext(graph, handler, (next) => {
      longest = Math.max(longest, 1 + (ahead[next] ?? 0))
      back = Math.max(back, 1 + Math.max(0, toHandler[next] ?? 0))
    })
  }
  return { longest: longest + back, from }
}

/** Each question is passed once at most, and between two of them no more nodes than stand in a row without listening. */
function stepsWithin(graph: FlowGraph, part: readonly number[], maySkip: (own: NodeFacts) => boolean): number {
  const { facts, surroundings } = graph
  const stepsOf = ({ subflow }: NodeFacts) => (subflow === undefined ? 1 : 2 + (surroundings.summaryOf(subflow)?.steps ?? 0))
  const [only] = part
  const single = part.length === 1 && only !== undefined ? facts[only] : undefined
  if (single) return stepsOf(single)
  const silent = new Set(
    part.filter((number) => {
      const own = facts[number]
      return own !== undefined && !maySkip(own)
    }),
  )
  const ahead = new Map<number, number>()
  for (const [number = -1] of components(
    facts.length,
    (one) => silent.has(one),
    (one, see) => eachSilentNext(graph, one, see),
  )) {
    const own = facts[number]
    let after = 0
    eachSilentNext(graph, number, (next) => {
      after = Math.max(after, silent.has(next) ? (ahead.get(next) ?? 0) : 0)
    })
    if (own) ahead.set(number, stepsOf(own) + after)
  }
  const skipped = part.length - silent.size
  return (skipped + 1) * Math.max(0, ...ahead.values()) + skipped
}

/** The variables that more than one node may fill, or that come from outside: only those can be known before they are asked. */
function filledOften({ facts, surroundings }: FlowGraph): ReadonlySet<number> {
  const once = new Set<number>()
  const often = new Set<number>(inputsOf(surroundings))
  for (const { use } of facts) for (const variable of use.fills) (once.has(variable) ? often : once).add(variable)
  return often
}

/** Numbers of the variables that a caller of this flow gives it. */
export const inputsOf = ({ flow, numberOf }: FlowGraph['surroundings']): number[] =>
  flow.interface.inputs.flatMap((name) => numberOf.get(name) ?? [])
