import { type Flow, flow } from '@parley/flow-runtime'

type Drawn = { id: string; type: string; data?: object }

/** A flow of nodes one after the other: every outcome named `next`, `happened`, `timeout`, `started`, `failed` or `noAnswer` leads to the next. */
export function lineOfNodes(nodes: readonly Drawn[], head: object = {}): Flow {
  const after = ['next', 'happened', 'timeout', 'started', 'failed', 'noAnswer', 'declined']
  return flow.parse({
    schemaVersion: 1,
    start: nodes[0]?.id,
    ...head,
    nodes: nodes.map(({ data = {}, ...node }) => ({ ...node, data, position: { x: 0, y: 0 } })),
    edges: nodes.flatMap(({ id: source }, at) => {
      const target = nodes[at + 1]?.id
      return target === undefined ? [] : after.map((sourceHandle) => ({ id: `${source}-${sourceHandle}`, source, sourceHandle, target }))
    }),
  })
}
