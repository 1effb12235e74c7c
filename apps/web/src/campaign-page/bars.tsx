import { cn } from '../lib/cn.ts'

export type Bar = { key: string | number; value: number; title: string; tone?: string }

/** Columns side by side, the highest as high as there is room; for the eye only, the words are beside it. */
export function Bars({ bars, className }: { bars: readonly Bar[]; className?: string }) {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  return (
    <div aria-hidden className={cn('flex h-24 items-end gap-px border-line-strong border-b', className)}>
      {bars.map(({ key, value, title, tone }) => (
        <span key={key} title={title} className="flex h-full min-w-0 flex-1 items-end">
          <span
            className={cn('w-full rounded-t-sm', value > 0 ? (tone ?? 'bg-speak') : 'bg-transparent')}
            style={{ height: `${value > 0 ? Math.max(2, (value / most) * 100) : 0}%` }}
          />
        </span>
      ))}
    </div>
  )
}

/** A part of a whole as a horizontal bar; for the eye only. */
export function ShareBar({ share, tone = 'bg-speak' }: { share: number; tone?: string }) {
  return (
    <span aria-hidden className="block h-2 overflow-hidden rounded-full bg-sunken">
      <span className={cn('block h-full rounded-full', tone)} style={{ width: `${Math.min(100, share * 100)}%` }} />
    </span>
  )
}
