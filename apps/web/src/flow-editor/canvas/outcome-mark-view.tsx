import { Check } from 'lucide-react'
import { useLocale, useText } from '../../i18n/text-provider.tsx'
import type { OutcomeMark } from '../state/overlay.ts'

/** Left of an outcome's name: whether scenarios cover it, or how many callers went that way. */
export function OutcomeMarkView({ mark: { covered, share, ended, title } }: { mark: OutcomeMark }) {
  const t = useText()
  const percent = new Intl.NumberFormat(useLocale(), { style: 'percent', maximumFractionDigits: 0 })
  return (
    <span className="mr-auto flex items-center gap-1.5 text-[11px] text-ink-2 tabular-nums">
      {covered === true && <Check size={12} className="text-do" aria-label={t.overlay.covered} />}
      {covered === false && <span className="size-2 rounded-full border border-ink-3" role="img" aria-label={t.overlay.notCovered} />}
      {share !== undefined && (
        <span className="flex items-center gap-1" title={title ?? t.overlay.share(percent.format(share))}>
          <span aria-hidden className="h-1.5 w-10 overflow-hidden rounded-full bg-hover">
            <span className="block h-full bg-(--group)" style={{ width: `${Math.round(share * 100)}%` }} />
          </span>
          {percent.format(share)}
        </span>
      )}
      {ended !== undefined && ended > 0 && (
        <span className="text-danger" title={title ?? t.overlay.ended(percent.format(ended))}>
          −{percent.format(ended)}
        </span>
      )}
    </span>
  )
}
