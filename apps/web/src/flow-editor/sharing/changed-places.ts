import type { Flow, Language } from '@parley/flow-runtime'
import { nodeTitle } from '../node-words.ts'

/** The titles of nodes that differ between two drafts, changed, added or gone; none when only something else differs. */
export function changedPlaces(before: Flow, after: Flow, locale: Language): string[] {
  const [old, now] = [new Map(before.nodes.map((node) => [node.id, node])), new Map(after.nodes.map((node) => [node.id, node]))]
  const changed = [...now.values()].filter((node) => old.get(node.id) !== node)
  const gone = [...old.values()].filter((node) => !now.has(node.id))
  return [...new Set([...changed, ...gone].map((node) => nodeTitle(node, locale)))]
}
