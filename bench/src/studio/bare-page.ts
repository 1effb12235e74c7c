/// <reference lib="dom" />
import {
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useEdgesState,
  useNodesState,
  useReactFlow,
} from '@xyflow/react'
import { createElement, memo } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'

const graph = z
  .object({
    nodes: z.array(
      z.object({ id: z.string(), position: z.object({ x: z.number(), y: z.number() }), name: z.string(), outcomes: z.array(z.string()) }),
    ),
    edges: z.array(z.object({ id: z.string(), source: z.string(), sourceHandle: z.string(), target: z.string() })),
  })
  .parse(JSON.parse(document.getElementById('graph')?.textContent ?? ''))

type BareNode = Node<{ name: string; outcomes: string[] }, 'bare'>

/** A name and the handles the edges need. */
const Bare = memo(function Bare({ data }: NodeProps<BareNode>) {
  return createElement(
    'div',
    { style: { width: 260, height: 90 + 28 * data.outcomes.length, border: '1px solid #999', background: '#fff' } },
    createElement(Handle, { type: 'target', position: Position.Left }),
    data.name,
    data.outcomes.map((name, row) =>
      createElement(Handle, { key: name, id: name, type: 'source', position: Position.Right, style: { top: 100 + 28 * row } }),
    ),
  )
})
const nodeTypes = { bare: Bare }

function BarePage() {
  const [nodes, , onNodesChange] = useNodesState<BareNode>(
    graph.nodes.map(({ id, position, name, outcomes }) => ({ id, type: 'bare', position, data: { name, outcomes } })),
  )
  const [edges] = useEdgesState(graph.edges.map((edge) => ({ ...edge, type: 'smoothstep' })))
  const { fitView } = useReactFlow()
  return createElement(
    'div',
    { style: { height: '100%' } },
    createElement(
      'button',
      { type: 'button', style: { position: 'absolute', zIndex: 9 }, onClick: () => fitView({ maxZoom: 1, padding: 0.12 }) },
      'all',
    ),
    createElement(ReactFlow<BareNode>, {
      ...{ nodes, edges, nodeTypes, onNodesChange, minZoom: 0.1, onlyRenderVisibleElements: true },
      defaultViewport: { x: 72, y: 72, zoom: 0.75 },
    }),
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(createElement(ReactFlowProvider, null, createElement(BarePage)))
