import type { Flow } from '../../flow.ts'
import type { NodeFacts } from '../node/node-facts.ts'

/** What a check of the graph looks at of its nodes, besides how they are connected. */
export type Aspect = 'shape' | 'use' | 'intents' | 'results' | 'effort'

const same: Readonly<Record<Aspect, (a: NodeFacts, b: NodeFacts) => boolean>> = {
  shape: (a, b) =>
    a.node.id === b.node.id &&
    a.type === b.type &&
    a.listens === b.listens &&
    a.skips === b.skips &&
    a.subflow === b.subflow &&
    sameList(a.outcomes, b.outcomes),
  use: (a, b) => JSON.stringify(a.use) === JSON.stringify(b.use),
  intents: (a, b) => sameList(a.intents, b.intents) && JSON.stringify(a.named) === JSON.stringify(b.named),
  results: (a, b) => sameList(a.results, b.results),
  effort: (a, b) => a.longestMs === b.longestMs,
}

/** The aspects in which the nodes of two lists are the same; only nodes that are not the very same are compared. */
export function sameAspects(before: readonly NodeFacts[], now: readonly NodeFacts[]): ReadonlySet<Aspect> {
  if (before.length !== now.length) return new Set()
  const aspects = new Set<Aspect>(['shape', 'use', 'intents', 'results', 'effort'])
  for (let number = 0; number < now.length; number += 1) {
    const [a, b] = [before[number], now[number]]
    if (a === b || !a || !b) continue
    for (const aspect of aspects) if (!same[aspect](a, b)) aspects.delete(aspect)
  }
  return aspects
}

const sameList = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((item, at) => item === b[at])

/** Parts of a flow that an edit of a node leaves as they are. */
export const sameDrawing = (a: Flow, b: Flow) => a.edges === b.edges && a.start === b.start
