'use client'

import { Handle, Position } from '@xyflow/react'
import { CircleHelp } from 'lucide-react'
import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { cn } from '../../lib/cn.ts'
import { nodeById } from '../state/flow-lookup.ts'
import { outcomesIn } from '../state/outcomes-in.ts'
import { useEditor } from '../state/use-editor.tsx'
import { OutcomeRow } from './outcome-row.tsx'

/** A node of a type that this release does not know: shown with the connections it has, moved and kept, not changed. */
export function UnknownCard({ id, selected }: { id: string; selected: boolean }) {
  const t = useText()
  const locale = useLocale()
  const node = useEditor((state) => nodeById(state.history.flow, id))
  // The connections say which outcomes it has, so that this card looks at all of them.
  const flow = useEditor((state) => state.history.flow)
  if (!node) return null
  return (
    <article
      data-testid={`node-${id}`}
      data-node-type={node.type}
      data-unknown
      aria-label={t.canvas.unknownTitle(node.type)}
      className={cn(
        'node-card relative w-[260px] rounded-[10px] border border-ink-3 border-dashed bg-surface text-[13px] shadow-card',
        selected && 'ring-2 ring-ink',
      )}
    >
      <Handle type="target" position={Position.Left} id="in" className="target-handle" aria-hidden />
      <header className="flex h-[38px] items-center gap-2 pr-2.5 pl-3.5">
        <CircleHelp size={16} className="shrink-0 text-call" aria-hidden />
        <p className="node-name min-w-0 flex-1 truncate font-semibold">{t.canvas.unknownTitle(node.type)}</p>
      </header>
      <p className="node-words -mt-0.5 mr-2.5 mb-2 ml-3.5 line-clamp-2 text-ink-2 text-xs leading-[1.45]">{t.canvas.unknownHint}</p>
      <ul className="border-line border-t empty:hidden">
        {outcomesIn(flow, node, locale).map(({ name, label }) => (
          <OutcomeRow key={name} nodeId={id} name={name} label={label} />
        ))}
      </ul>
    </article>
  )
}
