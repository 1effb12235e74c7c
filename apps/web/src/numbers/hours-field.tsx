'use client'

import { Plus, X } from 'lucide-react'
import { useLocale } from '../i18n/text-provider.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { Button } from '../ui/button.tsx'
import { Input } from '../ui/field.tsx'
import { type DraftSpan, newSpan } from './number-draft.ts'
import { weekdayName, weekdays } from './weekday-name.ts'

type HoursFieldProps = { hours: readonly DraftSpan[]; onChange: (hours: DraftSpan[]) => void }

/** Opening hours for each weekday, any number of spans a day. */
export function HoursField({ hours, onChange }: HoursFieldProps) {
  const t = usePageText()
  const locale = useLocale()
  const change = (id: number, part: Partial<DraftSpan>) => onChange(hours.map((span) => (span.id === id ? { ...span, ...part } : span)))
  return (
    <ul data-testid="hours" className="flex flex-col divide-y divide-line rounded-lg border border-line px-3">
      {weekdays.map((weekday) => {
        const day = weekdayName(weekday, locale, 'long')
        const spans = hours.filter((span) => span.weekday === weekday)
        return (
          <li key={weekday} data-testid={`hours-${weekday}`} className="flex items-start gap-2 py-1.5">
            <span className="w-24 py-1.5 font-medium text-xs capitalize">{day}</span>
            <div className="flex flex-1 flex-wrap items-center gap-x-4 gap-y-1">
              {spans.length === 0 && <span className="py-1.5 text-ink-3 text-xs">{t.numbers.closed}</span>}
              {spans.map(({ id, opens, closes }) => (
                <span key={id} className="flex items-center gap-1">
                  <Input
                    type="time"
                    required
                    className="w-auto px-1.5 tabular-nums"
                    aria-label={t.numbers.opens(day)}
                    value={opens}
                    onChange={(event) => change(id, { opens: event.target.value })}
                  />
                  –
                  <Input
                    type="time"
                    required
                    className="w-auto px-1.5 tabular-nums"
                    aria-label={t.numbers.closes(day)}
                    value={closes}
                    onChange={(event) => change(id, { closes: event.target.value })}
                  />
                  <Button
                    look="ghost"
                    size="tiny"
                    aria-label={t.numbers.removeSpan(day)}
                    onClick={() => onChange(hours.filter((span) => span.id !== id))}
                  >
                    <X size={13} aria-hidden />
                  </Button>
                </span>
              ))}
            </div>
            <Button
              look="ghost"
              size="icon"
              aria-label={t.numbers.addSpan(day)}
              onClick={() => onChange([...hours, spans.length > 0 ? newSpan(weekday, '18:00', '20:00') : newSpan(weekday)])}
            >
              <Plus size={14} aria-hidden />
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
