import { useLocale } from '../i18n/text-provider.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { cn } from '../lib/cn.ts'
import { milliseconds } from '../lib/time-words.ts'
import { Panel } from '../ui/panel.tsx'
import type { ReadTimes } from './read-times.ts'
import type { WantedTimes } from './wanted.ts'

type Gap = NonNullable<ReadTimes['gap']>

/** The figure that counts, its trend, and how the sound of the answers came. */
export function GapFigures({ times, gap, period }: { times: ReadTimes; gap: Gap; period: WantedTimes['period'] }) {
  const t = usePageText()
  const { counts, gapBefore } = times
  const known = counts.kept + counts.live
  const share = (part: number, whole: number) => Math.round((part / whole) * 100)
  return (
    <Panel title={t.responseTimes.gap} hint={t.responseTimes.gapHint}>
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-4" data-testid="gap-figures">
        {(['p50', 'p90', 'p99'] as const).map((name) => (
          <Figure key={name} name={t.responseTimes.percentiles[name]} ms={gap[name]} before={gapBefore?.[name]} isBig={name !== 'p99'} />
        ))}
      </dl>
      <ul className="mt-5 flex flex-col gap-1 text-ink-2">
        <li>{t.responseTimes.answers(counts.answered, counts.turns - counts.answered)}</li>
        {known > 0 && <li>{t.responseTimes.sounds(share(counts.kept, known), share(counts.foreseen, known))}</li>}
        <li className="text-ink-3 text-xs">{gapBefore ? t.responseTimes.trendHint[period] : t.responseTimes.noTrend[period]}</li>
      </ul>
    </Panel>
  )
}

function Figure({ name, ms, before, isBig }: { name: string; ms: number; before: number | undefined; isBig: boolean }) {
  const t = usePageText()
  const locale = useLocale()
  const more = before === undefined ? undefined : Math.round(ms) - Math.round(before)
  return (
    <div>
      <dt className="text-ink-3 text-xs">{name}</dt>
      <dd className="mt-1">
        <span className={cn('whitespace-nowrap font-semibold tabular-nums tracking-tight', isBig ? 'text-3xl' : 'text-xl leading-9')}>
          {milliseconds(ms, locale)}
        </span>
        {more !== undefined && (
          <span className={cn('mt-0.5 block text-xs', more > 0 ? 'text-call' : more < 0 ? 'text-do' : 'text-ink-3')}>
            {more === 0
              ? t.responseTimes.same
              : (more > 0 ? t.responseTimes.slower : t.responseTimes.faster)(milliseconds(Math.abs(more), locale))}
          </span>
        )}
      </dd>
    </div>
  )
}
