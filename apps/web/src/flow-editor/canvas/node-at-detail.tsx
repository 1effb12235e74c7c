'use client'

import { type Flow, isKnownNode } from '@parley/flow-runtime'
import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { nodeById } from '../state/flow-lookup.ts'
import { useEditor } from '../state/use-editor.tsx'
import { BlockCard } from './block-card.tsx'
import { useDetail } from './detail.tsx'
import type { CardNode } from './merge-nodes.ts'
import { NodeCard } from './node-card.tsx'
import { UnknownCard } from './unknown-card.tsx'

/** A node as much of it as can be read at the canvas's zoom. */
export const NodeAtDetail = memo(function NodeAtDetail(props: NodeProps<CardNode>) {
  const isFar = useDetail() === 'blocks' && props.height !== undefined
  const isUnknown = useEditor((state) => isUnknownIn(state.history.flow, props.id))
  if (isUnknown && !isFar) return <UnknownCard id={props.id} selected={props.selected} />
  return isFar ? <BlockCard id={props.id} height={props.height} selected={props.selected} /> : <NodeCard {...props} />
})

function isUnknownIn(flow: Flow, id: string): boolean {
  const node = nodeById(flow, id)
  return node !== undefined && !isKnownNode(node)
}
