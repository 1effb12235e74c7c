import type { DecideInput } from './decide.ts'

type Facts = Omit<DecideInput, 'settings' | 'calendar'>
export type PreviewLead = Facts & { id: string }

/** Leads about which the same is decided at every instant. `weight`: how many leads each of them stands for. */
export type LeadGroup = {
  facts: Facts
  /** In the order of the list they came from. */
  ids: { id: string; place: number }[]
  weight: number
  /** The first that had no turn yet. */
  next: number
  /** Until when the window found for it is open. */
  openUntil: number
}

/** More leads that are like no other than this are sampled. */
const mostSingle = 2_000

/** Groups leads by everything that is decided from. */
export function groupLeads(leads: readonly PreviewLead[], { limits }: DecideInput['settings']): { groups: LeadGroup[]; isExact: boolean } {
  const groups = new Map<string, LeadGroup>()
  for (const [place, { id, ...facts }] of leads.entries()) {
    const key = keyOf(facts, limits.frequency !== undefined)
    const known = groups.get(key)
    if (known) known.ids.push({ id, place })
    else groups.set(key, { facts, ids: [{ id, place }], weight: 1, next: 0, openUntil: Number.NEGATIVE_INFINITY })
  }
  const all = [...groups.values()]
  const single = all.filter(({ ids }) => ids.length === 1)
  if (single.length <= mostSingle) return { groups: all, isExact: true }
  const weight = single.length / mostSingle
  const sampled = Array.from({ length: mostSingle }, (_, nth) => single[Math.floor(nth * weight)]).flatMap((group) =>
    group ? [{ ...group, weight }] : [],
  )
  return { groups: [...all.filter(({ ids }) => ids.length > 1), ...sampled], isExact: false }
}

/** Calls of other campaigns count where there is a frequency cap only. */
function keyOf({ lead, attempts, number }: Facts, countsCalls: boolean): string {
  const { suppressed, consent, calls } = number
  return JSON.stringify([lead.zones, lead.country, attempts, suppressed, consent, countsCalls ? calls : []])
}
