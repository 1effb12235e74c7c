'use client'

import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { BlockCard } from './block-card.tsx'
import { useDetail } from './detail.tsx'
import type { CardNode } from './merge-nodes.ts'
import { NodeCard } from './node-card.tsx'

/** A node as much of it as can be read at the canvas's zoom. */
export const NodeAtDetail = memo(function NodeAtDetail(props: NodeProps<CardNode>) {
  const isFar = useDetail() === 'blocks' && props.height !== undefined
  return isFar ? <BlockCard id={props.id} height={props.height} selected={props.selected} /> : <NodeCard {...props} />
})
