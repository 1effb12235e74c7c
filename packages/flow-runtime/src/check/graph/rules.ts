import { textIn } from '../../text.ts'
import type { ProblemCode } from '../catalogue/problem-catalogue.ts'
import type { Finding } from '../finding.ts'
import type { NodeFacts } from '../node/node-facts.ts'
import { eachNext, type FlowGraph } from './flow-graph.ts'
import type { GraphCheck } from './graph-check.ts'

/** RECORDING_NEVER_STARTS; AI_DISCLOSURE_MISSING, RECORDING_NOTICE_MISSING, CONSENT_MISSING: what the tenant's rules ask for comes on every way from the start. */
export const checkRules: GraphCheck = (graph, report) => {
  const { context } = graph.surroundings
  const { aiDisclosure = false, recordingNotice = false, consent = [] } = context.rules ?? {}
  if (!graph.isRoot) return
  const { settings } = graph.flow
  if (neverRecords(graph)) report({ code: 'RECORDING_NEVER_STARTS', field: 'recording' })
  if (aiDisclosure) notice(graph, 'ai', 'AI_DISCLOSURE_MISSING', report)
  if (recordingNotice && settings.recording.enabled) notice(graph, 'recording', 'RECORDING_NOTICE_MISSING', report)
  for (const purpose of consent) {
    const node = firstWithout(graph, (own) => asksConsent(own, purpose), endsWell)
    if (node) report({ code: 'CONSENT_MISSING', nodeId: node.node.id, values: { purpose } })
  }
}

/** Recording waits for a consent that nobody is asked for, here or in a subflow. */
function neverRecords({ flow, facts, reachable }: FlowGraph): boolean {
  const { enabled, startsWhen } = flow.settings.recording
  if (!enabled || startsWhen !== 'consented') return false
  const inSubflows = Object.values(flow.subflows).flatMap(({ nodes }) => nodes)
  const nodes = [...facts.flatMap(({ node }, number) => (reachable[number] === 1 ? node : [])), ...inSubflows]
  return !nodes.some((node) => node.type === 'consent' && node.data.purpose === 'recording')
}

function notice(graph: FlowGraph, which: 'ai' | 'recording', code: ProblemCode, report: (finding: Finding) => void): void {
  const { settings } = graph.flow
  const node = firstWithout(
    graph,
    (own) => says(graph, own, which === 'ai' ? settings.disclosure.aiText : settings.disclosure.recordingText),
    hears,
  )
  if (!node) return
  const operation = { type: 'setSettings' as const, settings: { ...settings, disclosure: { ...settings.disclosure, [which]: true } } }
  const isGreeted = graph.facts[graph.start]?.type.type === 'greeting' && !settings.disclosure[which]
  report({ code, nodeId: node.node.id, fix: isGreeted ? { code: 'sayInGreeting', operation } : undefined })
}

/** The first node of a kind that a call can come to from the start without passing one that does what is asked for. */
function firstWithout(graph: FlowGraph, does: (own: NodeFacts) => boolean, isWanted: (own: NodeFacts) => boolean): NodeFacts | undefined {
  const seen = new Set(graph.start < 0 ? [] : [graph.start])
  for (const number of seen) {
    const own = graph.facts[number]
    if (!own || does(own)) continue
    if (isWanted(own)) return own
    eachNext(graph, number, (next) => seen.add(next))
  }
  return undefined
}

/** The node's words hold the notice, in every language of the flow. */
function says(
  { flow, surroundings }: FlowGraph,
  { node, type }: NodeFacts,
  text: FlowGraph['flow']['settings']['disclosure']['aiText'],
): boolean {
  return flow.languages.every((language) => {
    const wanted = textIn(text, language, surroundings.first).trim()
    return wanted !== '' && type.speaks(node.data, flow, language).some((words) => words.includes(wanted))
  })
}

const hears = ({ listens, type }: NodeFacts) => listens || type.endsCall === true

/** A call that was given up, by the caller's silence or otherwise, has agreed on nothing. */
function endsWell({ node, type }: NodeFacts): boolean {
  const data: Readonly<Record<string, unknown>> = node.data
  return type.endsCall === true && (data.outcome === undefined || data.outcome === 'completed')
}

function asksConsent({ node, type }: NodeFacts, purpose: string): boolean {
  const data: Readonly<Record<string, unknown>> = node.data
  return type.type === 'consent' && data.purpose === purpose
}
