'use client'

import { ViewportPortal } from '@xyflow/react'
import { useText } from '../../i18n/text-provider.tsx'
import { cardWidth } from '../card-size.ts'
import { useEditor } from '../state/use-editor.tsx'

const bend = 60

/** What another version has and this one has not: pale cards and dotted connections where they were. */
export function GhostLayer() {
  const t = useText()
  const ghosts = useEditor((state) => state.overlay?.ghosts) ?? []
  const lost = useEditor((state) => state.overlay?.lostEdges) ?? []
  if (ghosts.length === 0 && lost.length === 0) return null
  return (
    <ViewportPortal>
      <svg aria-hidden className="pointer-events-none absolute top-0 left-0 size-px overflow-visible">
        {lost.map(({ id, from, to }) => (
          <path
            key={id}
            data-testid="lost-edge"
            className="flow-edge-lost"
            d={`M ${from.x} ${from.y} C ${from.x + bend} ${from.y}, ${to.x - bend} ${to.y}, ${to.x} ${to.y}`}
          />
        ))}
      </svg>
      {ghosts.map(({ id, title, words, position }) => (
        <article
          key={id}
          data-testid={`ghost-${id}`}
          className="pointer-events-none absolute rounded-[10px] border border-danger border-dashed bg-surface/80 px-3.5 py-2.5 text-[13px] text-ink-2"
          style={{ width: cardWidth, transform: `translate(${position.x}px, ${position.y}px)` }}
        >
          <p className="flex items-baseline gap-2">
            <span className="min-w-0 flex-1 truncate font-semibold line-through">{title}</span>
            <span className="text-[11px] text-danger">{t.versions.removed}</span>
          </p>
          {words !== '' && <p className="mt-1 line-clamp-2">{words}</p>}
        </article>
      ))}
    </ViewportPortal>
  )
}
