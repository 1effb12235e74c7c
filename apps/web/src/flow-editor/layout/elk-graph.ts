import type { Flow, FlowNode } from '@parley/flow-runtime'
import type { ElkNode } from 'elkjs/lib/elk-api.js'
import { cardWidth, rowHeight } from '../card-size.ts'
import { outcomesIn } from '../state/outcomes-in.ts'
import { shapingEdges } from './shaping-edges.ts'

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.spacing.nodeNode': '40',
  'elk.spacing.componentComponent': '80',
  'elk.layered.spacing.nodeNodeBetweenLayers': '120',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.edgeRouting': 'POLYLINE',
}
const thoroughly = {
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
  'elk.layered.thoroughness': '7',
}
/** Fewer attempts at fewer crossings, one alignment instead of four; keeping to the order of the document takes ten times as long as all the rest. */
const quickly = {
  'elk.layered.considerModelOrder.strategy': 'NONE',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'LEFTUP',
  'elk.layered.thoroughness': '1',
}
/** Beyond, a flow is laid out quickly. */
export const thoroughUpTo = 150

/**
 * Some nodes of a flow and the connections among them as ELK wants them: the start first, outcomes in the order of their rows. Of a large flow only
 * the connections that say where cards belong.
 */
export function elkGraph(flow: Flow, nodes: readonly FlowNode[], heightOf: (node: FlowNode) => number): ElkNode {
  const ids = new Set(nodes.map(({ id }) => id))
  const children = nodes.map((node): ElkNode => {
    const height = heightOf(node)
    const outcomes = outcomesIn(flow, node, 'en')
    const rowsTop = height - outcomes.length * rowHeight
    return {
      id: node.id,
      width: cardWidth,
      height,
      layoutOptions: {
        'elk.portConstraints': 'FIXED_POS',
        ...(node.id === flow.start ? { 'elk.layered.layering.layerConstraint': 'FIRST' } : {}),
      },
      ports: [
        { id: portId(node.id, ''), x: 0, y: 19, width: 0, height: 0, layoutOptions: { 'elk.port.side': 'WEST' } },
        ...outcomes.map(({ name }, row) => ({
          ...{ id: portId(node.id, name), x: cardWidth, y: rowsTop + (row + 0.5) * rowHeight, width: 0, height: 0 },
          layoutOptions: { 'elk.port.side': 'EAST' },
        })),
      ],
    }
  })
  const isLarge = nodes.length > thoroughUpTo
  const shaping = isLarge ? shapingEdges(flow) : undefined
  const ports = new Set(children.flatMap(({ ports = [] }) => ports.map(({ id }) => id)))
  const edges = flow.edges.flatMap(({ id, source, sourceHandle, target }) => {
    const from = portId(source, sourceHandle)
    return ids.has(source) && ids.has(target) && ports.has(from) && (shaping?.has(id) ?? true)
      ? [{ id, sources: [from], targets: [portId(target, '')] }]
      : []
  })
  return {
    id: 'flow',
    layoutOptions: { ...options, ...(isLarge ? quickly : thoroughly) },
    children,
    edges,
  }
}

const portId = (node: string, outcome: string) => JSON.stringify([node, outcome])
