import Link from 'next/link'
import { useLocale } from '../i18n/text-provider.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { dateTime, milliseconds } from '../lib/time-words.ts'
import { Panel } from '../ui/panel.tsx'
import type { ReadTimes } from './read-times.ts'

/** The answers that took longest, each with the way to its call. */
export function SlowestAnswers({ slowest, timeZone }: Pick<ReadTimes, 'slowest' | 'timeZone'>) {
  const t = usePageText()
  const locale = useLocale()
  return (
    <Panel title={t.responseTimes.slowest}>
      <ol>
        {slowest.map(({ callId, flowName, number, at, gapMs }) => (
          <li key={`${callId}-${number}`} className="flex items-baseline gap-3 border-line border-t py-1.5 first:border-t-0">
            <span className="w-20 shrink-0 whitespace-nowrap font-mono tabular-nums">{milliseconds(gapMs, locale)}</span>
            <Link href={`/calls/${callId}`} className="min-w-0 truncate rounded font-medium hover:underline" title={flowName}>
              {t.responseTimes.turnOf(number, flowName)}
            </Link>
            <span className="ml-auto whitespace-nowrap text-ink-3 text-xs">{dateTime(at, locale, timeZone)}</span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
