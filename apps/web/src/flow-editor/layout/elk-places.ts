import type { ELK, ElkNode } from 'elkjs/lib/elk-api.js'

type Point = { x: number; y: number }

let engine: Promise<ELK> | undefined

/** Where ELK puts the nodes of a graph. It computes in a worker, which is loaded with the first layout and kept. */
export async function elkPlaces(graph: ElkNode): Promise<ReadonlyMap<string, Point>> {
  engine ??= startEngine()
  const elk = await engine
  const { children = [] } = await elk.layout(graph)
  return new Map(children.map(({ id, x = 0, y = 0 }) => [id, { x, y }]))
}

async function startEngine(): Promise<ELK> {
  try {
    const { default: Elk } = await import('elkjs/lib/elk-api.js')
    return new Elk({ workerFactory: () => new Worker(new URL('elkjs/lib/elk-worker.min.js', import.meta.url)) })
  } catch (error) {
    engine = undefined
    throw error
  }
}
