'use client'

import { useText } from '../../i18n/text-provider.tsx'
import { NodeHelp } from './node-help.tsx'
import type { HelpShown } from './use-help-card.ts'

const width = 300
const gap = 14
/** Room for the longest explanation. */
const height = 330

/** The explanation of a node type, beside its item of the palette. */
export function HelpCard({ shown: { type, beside }, onPointerEnter }: { shown: HelpShown; onPointerEnter: () => void }) {
  const t = useText()
  const right = beside.right + gap
  const left = right + width > window.innerWidth ? beside.left - gap - width : right
  const top = Math.max(12, Math.min(beside.top - 8, window.innerHeight - height - 12))
  return (
    <aside
      data-node-help
      aria-label={t.nodeHelp.explain}
      onPointerEnter={onPointerEnter}
      className="fixed z-50 rounded-xl border border-line bg-surface p-3.5 shadow-float"
      style={{ left: Math.max(12, left), top, width }}
    >
      <NodeHelp type={type} />
      <p className="mt-2 hidden text-[11px] text-ink-3 [search:focus-within_&]:block">{t.nodeHelp.keys}</p>
    </aside>
  )
}
