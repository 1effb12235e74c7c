import type { Flow } from '../../flow.ts'
import type { Finding } from '../finding.ts'
import type { NodeFacts } from '../node/node-facts.ts'
import type { Surroundings } from '../surroundings.ts'

/** A flow's nodes by number and where each of their outcomes leads: flat, so that walking it is cheap. */
export type FlowGraph = {
  flow: Flow
  surroundings: Surroundings
  /** The whole flow, not one that runs as a subflow. */
  isRoot: boolean
  facts: readonly NodeFacts[]
  /** Outcome `o` of node `n` is slot `firstSlot[n] + o`. */
  firstSlot: Int32Array
  /** Number of the node each slot leads to; -1: nowhere. */
  target: Int32Array
  /** Number of the first node; -1: none. */
  start: number
  /** Numbers of the nodes that what happens in the call leads to: wishes, and a machine that answers. */
  byIntent: readonly number[]
  byMachine: readonly number[]
  /** A call can come to the node. */
  reachable: Uint8Array
  /** DUPLICATE_ID of nodes and edges, EDGE_BROKEN. */
  faults: readonly Finding[]
}

/** Where the edges lead from nodes of these shapes. */
export function flowGraph(flow: Flow, surroundings: Surroundings, isRoot: boolean, nodes: readonly NodeFacts[]): FlowGraph {
  const faults: Finding[] = []
  const numberOf = new Map<string, number>()
  const facts: NodeFacts[] = []
  for (const own of nodes) {
    const { id } = own.node
    if (numberOf.has(id)) faults.push({ code: 'DUPLICATE_ID', nodeId: id, values: { id } })
    else numberOf.set(id, facts.push(own) - 1)
  }
  const firstSlot = new Int32Array(facts.length + 1)
  for (let number = 0; number < facts.length; number += 1) {
    firstSlot[number + 1] = (firstSlot[number] ?? 0) + (facts[number]?.outcomes.length ?? 0)
  }
  const target = new Int32Array(firstSlot[facts.length] ?? 0).fill(-1)
  const repeated = repeatedIds(flow.edges)
  for (const { id, source, sourceHandle, target: to } of flow.edges) {
    const from = numberOf.get(source)
    const outcome = from === undefined ? -1 : (facts[from]?.outcomes.indexOf(sourceHandle) ?? -1)
    const slot = (firstSlot[from ?? 0] ?? 0) + outcome
    const node = numberOf.get(to)
    if (repeated.has(id)) faults.push({ code: 'DUPLICATE_ID', nodeId: from === undefined ? undefined : source, values: { id } })
    if (outcome >= 0 && node !== undefined && target[slot] === -1) target[slot] = node
    else faults.push(brokenEdge(id, from === undefined ? undefined : source, sourceHandle))
  }
  const entered = (how: 'byIntent' | 'byMachine') => [...facts.keys()].filter((number) => facts[number]?.type.entered === how)
  const graph = {
    flow,
    surroundings,
    isRoot,
    facts,
    firstSlot,
    target,
    start: numberOf.get(flow.start) ?? -1,
    byIntent: entered('byIntent'),
    // Only the first of them is asked, and only in the flow the call began with.
    byMachine: isRoot ? entered('byMachine').slice(0, 1) : [],
    faults,
  }
  return { ...graph, reachable: reachableFrom([graph.start, ...graph.byIntent, ...graph.byMachine], graph) }
}

function brokenEdge(id: string, nodeId: string | undefined, outcome: string): Finding {
  return { code: 'EDGE_BROKEN', nodeId, outcome, values: { id }, fix: { code: 'removeEdge', operation: { type: 'disconnect', id } } }
}

const repeatedOf = new WeakMap<Flow['edges'], ReadonlySet<string>>()

/** Edge ids that stand there more than once; looked for once as long as no edge changes. */
function repeatedIds(edges: Flow['edges']): ReadonlySet<string> {
  const known = repeatedOf.get(edges)
  if (known) return known
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const { id } of edges) (seen.has(id) ? repeated : seen).add(id)
  repeatedOf.set(edges, repeated)
  return repeated
}

function reachableFrom(entries: readonly number[], { facts, firstSlot, target }: Pick<FlowGraph, 'facts' | 'firstSlot' | 'target'>) {
  const reachable = new Uint8Array(facts.length)
  const open = entries.filter((number) => number >= 0)
  for (const number of open) reachable[number] = 1
  for (let number = open.pop(); number !== undefined; number = open.pop()) {
    const end = firstSlot[number + 1] ?? 0
    for (let slot = firstSlot[number] ?? 0; slot < end; slot += 1) {
      const next = target[slot] ?? -1
      if (next < 0 || reachable[next] === 1) continue
      reachable[next] = 1
      open.push(next)
    }
  }
  return reachable
}

/** Calls `see` with every node an outcome of the node leads to. */
export function eachNext({ firstSlot, target }: FlowGraph, number: number, see: (next: number, slot: number) => void): void {
  const end = firstSlot[number + 1] ?? 0
  for (let slot = firstSlot[number] ?? 0; slot < end; slot += 1) {
    const next = target[slot] ?? -1
    if (next >= 0) see(next, slot)
  }
}

/** Name of the outcome a slot stands for. */
export const outcomeAt = ({ facts, firstSlot }: FlowGraph, number: number, slot: number): string =>
  facts[number]?.outcomes[slot - (firstSlot[number] ?? 0)] ?? ''

/** Whether the outcome needs no edge. */
export const isOptional = ({ type }: NodeFacts, outcome: string): boolean => type.optionalOutcomes?.includes(outcome) ?? false
