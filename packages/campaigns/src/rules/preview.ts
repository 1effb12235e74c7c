import { dayMs } from '../clock/zone-clock.ts'
import { type DecideInput, decide } from './decide.ts'
import { groupLeads, type LeadGroup, type PreviewLead } from './lead-groups.ts'
import { localTime } from './wished-at.ts'

export type Preview = {
  /** Calls begun per hour, by the instant the hour begins at. */
  hours: { at: number; calls: number }[]
  first: { leadId: string; at: number; local: string; zone: string }[]
  /** Leads that would never be called, by reason. */
  never: Record<string, number>
  /** How many leads have their turn after this instant; their hours are not looked for. */
  later: { after: number; leads: number }
  /** False: many leads differ from all others, and every so many of them stood for the rest, so that the counts are about right only. */
  isExact: boolean
}

const hourMs = 3_600_000
const minuteMs = 60_000
const mostFirst = 20
/** Beyond that so much will have happened that nothing can be foretold. */
const horizonMs = 14 * dayMs

/**
 * Who would be called when if the campaign started now: the first calls only, as fast as its limits let it with calls of `callSeconds`. Whoever comes
 * into an open window first is called first; whose window closes before their turn waits for the next one.
 */
export function preview(
  leads: readonly PreviewLead[],
  campaign: Pick<DecideInput, 'settings' | 'calendar'>,
  now: number,
  callSeconds = 60,
): Preview {
  const { concurrentCalls, callsPerSecond } = campaign.settings.limits
  const gapMs = Math.max(1_000 / callsPerSecond, (callSeconds * 1_000) / concurrentCalls)
  const after = now + horizonMs
  const { groups, isExact } = groupLeads(leads, campaign.settings)
  const result: Preview = { hours: [], first: [], never: {}, later: { after, leads: 0 }, isExact }
  const perHour = new Map<number, number>()
  const waiting = new Map<number, LeadGroup[]>([[now, groups]])
  let free = now

  /** The next lead of a group has its turn: true when it was called, so that the one behind it is next. */
  const takeTurn = (group: LeadGroup, at: number): boolean => {
    const turn = Math.max(at, Math.ceil(free))
    const { facts, weight, ids } = group
    const left = (ids.length - group.next) * weight
    if (turn >= after) {
      result.later.leads += left
      return false
    }
    if (turn >= group.openUntil) {
      const decision = decide({ ...facts, ...campaign }, turn)
      if (decision.decision === 'finished') result.never[decision.reason] = (result.never[decision.reason] ?? 0) + left
      else if (decision.decision === 'wait') queue(waiting, Math.ceil(decision.until / minuteMs) * minuteMs, group)
      if (decision.decision !== 'call') return false
      group.openUntil = decision.openUntil
    }
    free = Math.max(free, turn) + gapMs * weight
    const hour = Math.floor(turn / hourMs) * hourMs
    perHour.set(hour, (perHour.get(hour) ?? 0) + weight)
    const zone = facts.lead.zones[0] ?? ''
    const leadId = ids[group.next]?.id ?? ''
    if (result.first.length < mostFirst) result.first.push({ leadId, at: turn, local: localTime(turn, zone) ?? '', zone })
    group.next += 1
    return group.next < ids.length
  }

  while (waiting.size > 0) {
    const at = earliest(waiting.keys())
    const due = waiting.get(at) ?? []
    waiting.delete(at)
    inTurn(due, (group) => takeTurn(group, at))
  }
  result.later.leads = Math.round(result.later.leads)
  result.never = Object.fromEntries(Object.entries(result.never).map(([reason, count]) => [reason, Math.round(count)]))
  result.hours = [...perHour].map(([at, calls]) => ({ at, calls: Math.round(calls) })).sort((a, b) => a.at - b.at)
  return result
}

/** Takes leads of several groups in the order of the list they came from; a group for which `take` says false is left. */
function inTurn(groups: readonly LeadGroup[], take: (group: LeadGroup) => boolean): void {
  const place = (group: LeadGroup) => group.ids[group.next]?.place ?? Number.POSITIVE_INFINITY
  const heap = [...groups].sort((a, b) => place(a) - place(b))
  for (let first = heap[0]; first; first = heap[0]) {
    if (!take(first)) {
      const last = heap.pop()
      if (last === undefined || heap.length === 0) continue
      heap[0] = last
    }
    sink(heap, place)
  }
}

/** Puts the root of a binary heap where it belongs. */
function sink<T>(heap: T[], key: (one: T) => number): void {
  for (let index = 0; ; ) {
    const children = [2 * index + 1, 2 * index + 2].filter((child) => child < heap.length)
    const keyAt = (at: number) => {
      const one = heap[at]
      return one === undefined ? Number.POSITIVE_INFINITY : key(one)
    }
    const least = children.reduce((best, child) => (keyAt(child) < keyAt(best) ? child : best), index)
    const [upper, lower] = [heap[index], heap[least]]
    if (least === index || upper === undefined || lower === undefined) return
    heap[index] = lower
    heap[least] = upper
    index = least
  }
}

function queue(waiting: Map<number, LeadGroup[]>, at: number, group: LeadGroup): void {
  const same = waiting.get(at)
  if (same) same.push(group)
  else waiting.set(at, [group])
}

function earliest(instants: Iterable<number>): number {
  let first = Number.POSITIVE_INFINITY
  for (const at of instants) first = Math.min(first, at)
  return first
}
