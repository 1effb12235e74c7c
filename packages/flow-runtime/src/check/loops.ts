import type { Flow, FlowNode } from '../flow.ts'
import { listensIn } from '../listens-in.ts'
import { successors } from './graph.ts'
import type { Check } from './problem.ts'

/** LOOP_WITHOUT_LISTENING: going round must need the caller. Named once per loop, at its first node. */
export const checkLoops: Check = (flow, report) => {
  for (const node of loopsWithoutListening(flow)) report('LOOP_WITHOUT_LISTENING', 'error', { node })
}

/** Walks depth first over the nodes that do not listen; an edge back to a node still open closes a loop there. */
function loopsWithoutListening(flow: Flow): FlowNode[] {
  const silent = new Set(flow.nodes.filter((node) => !listensIn(node)))
  const next = new Map([...silent].map((node) => [node, successors(flow, node).filter((target) => silent.has(target))]))
  const state = new Map<FlowNode, 'open' | 'closed'>()
  const found = new Set<FlowNode>()
  for (const root of silent) {
    if (state.has(root)) continue
    const stack: { node: FlowNode; at: number }[] = [{ node: root, at: 0 }]
    state.set(root, 'open')
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const target = next.get(top.node)?.[top.at]
      top.at += 1
      if (!target) {
        state.set(top.node, 'closed')
        stack.pop()
      } else if (!state.has(target)) {
        state.set(target, 'open')
        stack.push({ node: target, at: 0 })
      } else if (state.get(target) === 'open') found.add(target)
    }
  }
  return [...found]
}
