'use client'

import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { cn } from '../../lib/cn.ts'
import type { NodeMark } from '../state/overlay.ts'
import { useEditor } from '../state/use-editor.tsx'

/** Beside a node's name: how many calls, and how many of them were lost here. */
export function NodeMarkView({ id, mark: { count = 0, ended = 0, title } }: { id: string; mark: NodeMark }) {
  const t = useText()
  const percent = new Intl.NumberFormat(useLocale(), { style: 'percent', maximumFractionDigits: 0 })
  const onCount = useEditor((state) => state.overlay?.onCount)
  const look = 'grid h-5 min-w-5 place-items-center rounded-full bg-(--group) px-1.5 font-semibold text-[11px] text-surface tabular-nums'
  const words = title ?? t.overlay.calls(count)
  return (
    <>
      {ended > 0 && (
        <span
          data-testid={`ended-${id}`}
          title={title ?? t.overlay.ended(percent.format(ended))}
          className="font-semibold text-[11px] text-danger tabular-nums"
        >
          −{percent.format(ended)}
        </span>
      )}
      {count > 0 && !onCount && (
        <span data-testid={`count-${id}`} title={words} className={look}>
          {count}
        </span>
      )}
      {count > 0 && onCount && (
        <button
          type="button"
          data-testid={`count-${id}`}
          title={words}
          aria-label={words}
          className={cn(look, 'nodrag nopan hover:brightness-90')}
          onClick={(event) => {
            event.stopPropagation()
            onCount(id)
          }}
        >
          {count}
        </button>
      )}
    </>
  )
}
