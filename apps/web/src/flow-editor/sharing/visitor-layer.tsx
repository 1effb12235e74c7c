'use client'

import { ViewportPortal } from '@xyflow/react'
import { useText } from '../../i18n/text-provider.tsx'
import { cardWidth } from '../card-size.ts'
import { nodeById } from '../state/flow-lookup.ts'
import { useEditor, useFlow } from '../state/use-editor.tsx'
import { VisitorBadge } from './visitor-badge.tsx'

/** Beside the cards others have selected: who. */
export function VisitorLayer() {
  const t = useText()
  const flow = useFlow()
  const others = useEditor((state) => state.others)
  return (
    <ViewportPortal>
      {others.map(({ id, person, nodeId }, index) => {
        const node = nodeId === null ? undefined : nodeById(flow, nodeId)
        if (!node) return null
        const { x, y } = node.position
        return (
          <span
            key={id}
            data-testid={`visitor-at-${node.id}`}
            className="pointer-events-none absolute z-10"
            style={{ transform: `translate(${x + cardWidth - 20 - index * 20}px, ${y - 14}px)` }}
          >
            <VisitorBadge person={person} title={t.sharing.isHere(person.name)} className="shadow-card ring-2 ring-canvas" />
          </span>
        )
      })}
    </ViewportPortal>
  )
}
