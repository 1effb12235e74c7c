import type { Flow, FlowNode } from '../flow.ts'

/** How the subflows of a flow run each other. */
export type Library = {
  /** Subflows that run themselves, also through others. */
  recursive: ReadonlySet<string>
  /** Subflows within each other, the named one counted. */
  depthOf(key: string): number
}

const libraries = new WeakMap<Flow['subflows'], Library>()

export function libraryOf(subflows: Flow['subflows']): Library {
  const known = libraries.get(subflows)
  if (known) return known
  const uses = new Map(
    Object.entries(subflows).map(([key, { nodes }]) => [key, subflowKeys(nodes).filter((inner) => Object.hasOwn(subflows, inner))]),
  )
  const recursive = new Set([...uses.keys()].filter((key) => reaches(uses, key, key)))
  const depths = new Map<string, number>()
  const depthOf = (key: string): number => {
    if (recursive.has(key) || !uses.has(key)) return 0
    const depth = depths.get(key) ?? 1 + Math.max(0, ...(uses.get(key) ?? []).map(depthOf))
    depths.set(key, depth)
    return depth
  }
  const library: Library = { recursive, depthOf }
  libraries.set(subflows, library)
  return library
}

/** Keys of the subflows that some of the nodes run, each once. */
export const subflowKeys = (nodes: readonly FlowNode[]): string[] => [
  ...new Set(nodes.flatMap((node) => (node.type === 'subflow' ? [node.data.flow] : []))),
]

/** The subflows that a flow runs, also through others. */
export function usedSubflows(flow: Flow): string[] {
  const used = new Set(subflowKeys(flow.nodes))
  for (const key of used) {
    const body = Object.hasOwn(flow.subflows, key) ? flow.subflows[key] : undefined
    for (const inner of body ? subflowKeys(body.nodes) : []) used.add(inner)
  }
  return [...used].filter((key) => Object.hasOwn(flow.subflows, key))
}

function reaches(uses: ReadonlyMap<string, readonly string[]>, from: string, wanted: string): boolean {
  const reached = new Set(uses.get(from))
  for (const key of reached) for (const next of uses.get(key) ?? []) reached.add(next)
  return reached.has(wanted)
}
