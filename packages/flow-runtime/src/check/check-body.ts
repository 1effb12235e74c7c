import type { Flow } from '../flow.ts'
import { subflowOf } from '../interpreter/place.ts'
import { isKnownNode } from '../node-type-of.ts'
import { problemOf } from './finding.ts'
import { eachNext, type FlowGraph, flowGraph } from './graph/flow-graph.ts'
import type { GraphCheck } from './graph/graph-check.ts'
import { checkReturns } from './graph/handlers.ts'
import { checkIntents } from './graph/intents.ts'
import { knownVariables } from './graph/known-variables.ts'
import { checkLongestCall, longestCallMs } from './graph/longest-call.ts'
import { checkOutcomes } from './graph/outcomes.ts'
import { checkReaching } from './graph/reaching.ts'
import { checkRules } from './graph/rules.ts'
import { type Aspect, sameAspects, sameDrawing } from './graph/same-graph.ts'
import { checkSilence, silentSteps } from './graph/silence.ts'
import { checkVariables } from './graph/variables.ts'
import { checkHead } from './head.ts'
import { libraryOf } from './library.ts'
import { type NodeFacts, nodeFacts } from './node/node-facts.ts'
import { unknownFacts } from './node/unknown-facts.ts'
import type { CheckContext, Problem } from './problem.ts'
import { type SubflowSummary, unknownSubflow } from './subflow-summary.ts'
import { sameContext, surroundingsOf } from './surroundings.ts'

/** The checks of the graph, each with what it looks at: unchanged, it finds what it found before. */
const graphChecks: readonly { check: GraphCheck; looksAt: readonly Aspect[] }[] = [
  { check: checkHead, looksAt: ['shape', 'results'] },
  { check: (graph, report) => graph.faults.forEach(report), looksAt: ['shape'] },
  { check: checkReaching, looksAt: ['shape'] },
  { check: checkReturns, looksAt: ['shape'] },
  { check: checkSilence, looksAt: ['shape', 'use'] },
  { check: checkVariables, looksAt: ['shape', 'use'] },
  { check: checkIntents, looksAt: ['shape', 'intents'] },
  { check: checkLongestCall, looksAt: ['shape', 'effort'] },
]
/** Those look at words that only they look at. */
const alwaysChecked: readonly GraphCheck[] = [checkOutcomes, checkRules]

type Kept = { graph: FlowGraph; nodes: readonly NodeFacts[]; found: Map<GraphCheck, readonly Problem[]> }
const kept = new WeakMap<Flow['edges'], Kept>()

/** Everything wrong with a flow, or with one that runs as a subflow, without the subflows it runs. */
export function checkFlow(flow: Flow, context: CheckContext, isRoot: boolean): { problems: Problem[]; graph: FlowGraph } {
  const surroundings = surroundingsOf(flow, context, (key) => checkSubflow(flow, key, context)?.summary)
  const nodes = flow.nodes.map((node) => (isKnownNode(node) ? nodeFacts(node, surroundings) : unknownFacts(node, flow.edges, surroundings)))
  const before = kept.get(flow.edges)
  const isSame = before?.graph.isRoot === isRoot && before.graph.surroundings === surroundings && sameDrawing(before.graph.flow, flow)
  const aspects = new Set<Aspect>(isSame ? sameAspects(before.nodes, nodes) : [])
  if (before?.graph.flow.intents !== flow.intents) aspects.delete('intents')
  const graph =
    before && aspects.has('shape') ? { ...before.graph, flow, facts: factsIn(before, nodes) } : flowGraph(flow, surroundings, isRoot, nodes)

  const problems: Problem[] = []
  const found = new Map<GraphCheck, readonly Problem[]>()
  const run = (check: GraphCheck): readonly Problem[] => {
    const own: Problem[] = []
    check(graph, (finding) => own.push(problemOf(finding, surroundings.locale)))
    return own
  }
  for (const { check, looksAt } of graphChecks) {
    const own = (looksAt.every((aspect) => aspects.has(aspect)) ? before?.found.get(check) : undefined) ?? run(check)
    found.set(check, own)
    problems.push(...own)
  }
  for (const check of alwaysChecked) problems.push(...run(check))
  for (const { problems: own } of graph.facts) if (own.length > 0) problems.push(...own)
  kept.set(flow.edges, { graph, nodes, found })
  return { problems, graph }
}

/** The nodes of a graph of the same shape: all but those whose id stood there before. */
function factsIn({ graph, nodes: before }: Kept, nodes: readonly NodeFacts[]): readonly NodeFacts[] {
  if (graph.facts.length === nodes.length) return nodes
  const isFirst = new Set(graph.facts)
  return nodes.filter((_, number) => before[number] !== undefined && isFirst.has(before[number]))
}

type Checked = { context: CheckContext; problems: readonly Problem[]; summary: SubflowSummary }
const checked = new WeakMap<Flow['subflows'], Map<string, Checked>>()

/** The problems of a subflow, and what it promises to the flows that run it; kept as long as no subflow changes. */
export function checkSubflow(root: Flow, key: string, context: CheckContext): Checked | undefined {
  let known = checked.get(root.subflows)
  if (!known) {
    known = new Map()
    checked.set(root.subflows, known)
  }
  const before = known.get(key)
  if (before && sameContext(before.context, context)) return before
  const flow = subflowOf(root, key)
  if (!flow) return undefined
  // A subflow that runs itself promises nothing, whichever way round it is looked at.
  const isRecursive = libraryOf(root.subflows).recursive.has(key)
  if (isRecursive) known.set(key, { context, problems: [], summary: unknownSubflow })
  const { problems, graph } = checkFlow(flow, context, false)
  const result: Checked = {
    context,
    problems: problems.map(({ fix: _, ...problem }) => ({ ...problem, subflow: key })),
    summary: isRecursive ? unknownSubflow : summaryOf(graph),
  }
  known.set(key, result)
  return result
}

function summaryOf(graph: FlowGraph): SubflowSummary {
  const known = knownVariables(graph)
  const results = new Map<string, Set<string>>()
  for (const [number, { results: given }] of graph.facts.entries()) {
    if (graph.reachable[number] !== 1) continue
    for (const value of given) {
      const here = [...graph.surroundings.numberOf].flatMap(([name, variable]) => (known.has(number, variable) ? [name] : []))
      const before = results.get(value)
      results.set(value, new Set(before ? here.filter((name) => before.has(name)) : here))
    }
  }
  return { silent: isSilentWay(graph), steps: silentSteps(graph).longest, longestMs: longestCallMs(graph), known: results }
}

/** Whether a call can come from the start to a result without being listened to. */
function isSilentWay(graph: FlowGraph): boolean {
  const seen = new Set(graph.start < 0 ? [] : [graph.start])
  for (const number of seen) {
    const own = graph.facts[number]
    if (!own || own.listens) continue
    if (own.subflow !== undefined && graph.surroundings.summaryOf(own.subflow)?.silent === false) continue
    if (own.results.length > 0) return true
    eachNext(graph, number, (next) => seen.add(next))
  }
  return false
}
