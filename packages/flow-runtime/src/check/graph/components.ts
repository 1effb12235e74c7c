/** The successors of a node: calls `see` with each. */
export type Successors = (node: number, see: (next: number) => void) => void

/**
 * The parts of a graph whose nodes reach each other (Tarjan's algorithm, without recursion), each after all that it leads to.
 * Only nodes for which `counts` holds are looked at.
 */
export function components(size: number, counts: (node: number) => boolean, successors: Successors): number[][] {
  const order = new Int32Array(size)
  const low = new Int32Array(size)
  const isOpen = new Uint8Array(size)
  const path: number[] = []
  const found: number[][] = []
  let seen = 0
  const nextOf = (node: number): number[] => {
    const next: number[] = []
    successors(node, (other) => {
      if (counts(other)) next.push(other)
    })
    return next
  }
  const enter = (node: number) => {
    seen += 1
    order[node] = seen
    low[node] = seen
    isOpen[node] = 1
    path.push(node)
    return { node, next: nextOf(node), at: 0 }
  }
  for (let root = 0; root < size; root += 1) {
    if (order[root] !== 0 || !counts(root)) continue
    const stack = [enter(root)]
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = top.next[top.at]
      top.at += 1
      if (next === undefined) {
        stack.pop()
        const before = stack.at(-1)
        if (before) low[before.node] = Math.min(low[before.node] ?? 0, low[top.node] ?? 0)
        if (low[top.node] === order[top.node]) found.push(closed(path, top.node, isOpen))
      } else if (order[next] === 0) stack.push(enter(next))
      else if (isOpen[next] === 1) low[top.node] = Math.min(low[top.node] ?? 0, order[next] ?? 0)
    }
  }
  return found
}

function closed(path: number[], last: number, isOpen: Uint8Array): number[] {
  const component: number[] = []
  for (let node = path.pop(); node !== undefined; node = path.pop()) {
    isOpen[node] = 0
    component.push(node)
    if (node === last) break
  }
  return component
}
