import type { Flow } from '../flow.ts'
import type { Language } from '../text.ts'
import type { CheckContext } from './problem.ts'
import type { SubflowSummary } from './subflow-summary.ts'

/**
 * All that a node's own problems depend on besides its data: what the flow declares but its intents, which are looked at with the graph, and
 * what is known of the tenant.
 */
export type Surroundings = {
  /** A flow of these surroundings; its graph and its intents may be older ones. */
  flow: Flow
  context: CheckContext
  locale: Language
  /** The flow's first language. */
  first: Language
  /** Number of each declared variable. */
  numberOf: ReadonlyMap<string, number>
  /** What a subflow promises, by its key. */
  summaryOf(key: string): SubflowSummary | undefined
}

/** Parts of the flow that a node type may know; compared by identity, which every edit keeps for what it does not touch. */
const parts = ['variables', 'settings', 'languages', 'interface', 'subflows'] as const satisfies readonly (keyof Flow)[]
const keptPerFlow = 4
const kept = new WeakMap<Flow['variables'], Surroundings[]>()

/** The same object for the same surroundings, so that what was found for a node can be found again. */
export function surroundingsOf(flow: Flow, context: CheckContext, summaryOf: Surroundings['summaryOf']): Surroundings {
  const known = kept.get(flow.variables) ?? []
  const found = known.find((one) => parts.every((part) => one.flow[part] === flow[part]) && sameContext(one.context, context))
  if (found) return found
  const numberOf = new Map<string, number>()
  for (const { name } of flow.variables) if (!numberOf.has(name)) numberOf.set(name, numberOf.size)
  const [first = 'en'] = flow.languages
  const created: Surroundings = { flow, context, locale: context.locale ?? 'en', first, numberOf, summaryOf }
  kept.set(flow.variables, [created, ...known].slice(0, keptPerFlow))
  return created
}

/** Lists of names are often built anew for each check: they are compared by what is in them. */
export function sameContext(a: CheckContext, b: CheckContext): boolean {
  if (a === b) return true
  const { rules: ofA = {}, ...listsA } = a
  const { rules: ofB = {}, ...listsB } = b
  return sameValues(listsA, listsB) && sameValues(ofA, ofB)
}

function sameValues(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].every((name) => sameValue(a[name], b[name]))
}

function sameValue(a: unknown, b: unknown): boolean {
  if (a === b || !Array.isArray(a) || !Array.isArray(b)) return a === b
  return a.length === b.length && a.every((item, at) => item === b[at])
}
