import type { Flow } from '@parley/flow-runtime'
import type { inferRouterOutputs } from '@trpc/server'
import { edgeFrom, nodeById } from '../flow-editor/state/flow-lookup.ts'
import { type EdgeMark, emptyOverlay, type NodeMark, type OutcomeMark, type Overlay, outcomeKey } from '../flow-editor/state/overlay.ts'
import type { SharedCatalogue } from '../i18n/en-shared.ts'
import type { Locale } from '../i18n/locale.ts'
import { onCanvas } from '../replay/replay-frames.ts'
import type { AppRouter } from '../server/router.ts'

export type Traffic = inferRouterOutputs<AppRouter>['calls']['traffic']

/** Where calls went, as marks on a flow: shares of those who came to a node. Nodes of other versions that this flow lacks are left out. */
export function trafficOverlay(flow: Flow, traffic: Traffic, t: SharedCatalogue, locale: Locale): Overlay {
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const came = new Map(traffic.flatMap(({ nodeId, outcome, calls }) => (outcome === '' ? [[nodeId, calls] as const] : [])))
  const nodes = new Map<string, NodeMark>()
  const outcomes = new Map<string, OutcomeMark>()
  const edges = new Map<string, EdgeMark>()
  for (const [nodeId, calls] of came) {
    if (!nodeById(flow, nodeId)) continue
    const { ended, lost } = endsAt(traffic, nodeId)
    const words = [t.pastCalls.came(calls), ...(ended > 0 ? [t.pastCalls.ended(ended, lost)] : [])]
    nodes.set(nodeId, { count: calls, ended: lost / calls, title: words.join('\n') })
  }
  for (const { nodeId, outcome, calls, ended, lost } of traffic) {
    const all = came.get(nodeId)
    if (outcome === '' || !all || !nodeById(flow, nodeId)) continue
    const share = calls / all
    const words = [t.pastCalls.took(calls, all, percent.format(share)), ...(ended > 0 ? [t.pastCalls.ended(ended, lost)] : [])]
    outcomes.set(outcomeKey(nodeId, outcome), { share, ended: lost / all, title: words.join('\n') })
    const edge = edgeFrom(flow, nodeId, outcome)
    if (edge) edges.set(edge.id, { share })
  }
  return { ...emptyOverlay('calls'), nodes, outcomes, edges }
}

/** Calls that ended while they stood at a node, or anywhere in the subflow it runs. */
function endsAt(traffic: Traffic, nodeId: string): { ended: number; lost: number } {
  const there = traffic.filter((row) => (row.nodeId === nodeId ? row.outcome === '' : onCanvas(row.nodeId) === nodeId))
  return { ended: sum(there, 'ended'), lost: sum(there, 'lost') }
}

export type TrafficSummary = {
  /** Calls that ended, and those of them that were lost. */
  calls: number
  lost: number
  /** Nodes of the canvas where most calls were lost, most first; `calls` came there. */
  worst: readonly { nodeId: string; lost: number; calls: number }[]
}

const worstShown = 3

/** Every call ended at one place, so the ends are the calls. */
export function trafficSummary(traffic: Traffic): TrafficSummary {
  const byNode = new Map<string, { lost: number; calls: number }>()
  for (const { nodeId, outcome, calls, lost } of traffic) {
    const before = byNode.get(onCanvas(nodeId)) ?? { lost: 0, calls: 0 }
    const isArrival = outcome === '' && onCanvas(nodeId) === nodeId
    byNode.set(onCanvas(nodeId), { lost: before.lost + lost, calls: before.calls + (isArrival ? calls : 0) })
  }
  const worst = [...byNode].flatMap(([nodeId, counts]) => (counts.lost > 0 ? [{ nodeId, ...counts }] : []))
  worst.sort((a, b) => b.lost - a.lost)
  return { calls: sum(traffic, 'ended'), lost: sum(traffic, 'lost'), worst: worst.slice(0, worstShown) }
}

const sum = (rows: Traffic, what: 'ended' | 'lost') => rows.reduce((total, row) => total + row[what], 0)
