import { useLocale } from '../i18n/text-provider.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { cn } from '../lib/cn.ts'
import { milliseconds } from '../lib/time-words.ts'
import { Panel } from '../ui/panel.tsx'
import { axisMarks, unbrokenRuns } from './chart-scale.ts'
import type { ReadTimes } from './read-times.ts'
import { SeriesTable } from './series-table.tsx'
import { spanName } from './span-name.ts'
import type { WantedTimes } from './wanted.ts'

const lines = [
  { name: 'p50', stroke: 'stroke-speak', dot: 'bg-speak', dashes: undefined },
  { name: 'p90', stroke: 'stroke-listen', dot: 'bg-listen', dashes: '5 4' },
] as const
const mostLabels = 8

type ChartProps = { series: ReadTimes['series']; timeZone: string; period: WantedTimes['period'] }

/** How the figure went hour by hour or day by day. The drawing is for the eye, the table below it for everybody. */
export function GapChart({ series, timeZone, period }: ChartProps) {
  const t = usePageText()
  const locale = useLocale()
  const marks = axisMarks(Math.max(0, ...series.flatMap(({ p50, p90 }) => [p50 ?? 0, p90 ?? 0])))
  const highest = marks.at(-1) ?? 1
  const name = (at: Date) => spanName(at, { period, timeZone, locale })
  const x = (index: number) => ((index + 0.5) / series.length) * 100
  const every = Math.ceil(series.length / mostLabels)
  return (
    <Panel
      title={period === '24h' ? t.responseTimes.byHour : t.responseTimes.byDay}
      hint={t.responseTimes.zone(timeZone.replaceAll('_', ' '))}
      className="lg:col-span-2"
    >
      <div aria-hidden>
        <ul className="mb-3 flex gap-4 text-ink-2 text-xs">
          {lines.map((line) => (
            <li key={line.name} className="flex items-center gap-1.5">
              <svg width="22" height="6" role="presentation">
                <line x1="0" x2="22" y1="3" y2="3" className={line.stroke} strokeWidth="2" strokeDasharray={line.dashes} />
              </svg>
              {t.responseTimes.percentiles[line.name]}
            </li>
          ))}
        </ul>
        <div className="relative ml-16 h-44">
          {marks.map((ms) => (
            <div key={ms} className="absolute inset-x-0 border-line border-t" style={{ bottom: `${(ms / highest) * 100}%` }}>
              <span className="absolute -left-16 w-14 -translate-y-1/2 text-right font-mono text-ink-3 text-xs tabular-nums">
                {milliseconds(ms, locale)}
              </span>
            </div>
          ))}
          {lines.map((line) => {
            const points = series.map((span, index) => {
              const ms = span[line.name]
              return ms === null
                ? null
                : { x: x(index), y: 100 - (ms / highest) * 100, title: `${name(span.at)}: ${milliseconds(ms, locale)}` }
            })
            return (
              <div key={line.name}>
                <svg
                  className="absolute inset-0 size-full overflow-visible"
                  viewBox="0 0 100 100"
                  preserveAspectRatio="none"
                  role="presentation"
                >
                  {unbrokenRuns(points).map((run) => (
                    <polyline
                      key={run[0]?.x}
                      points={run.map((point) => `${point.x},${point.y}`).join(' ')}
                      className={cn('fill-none', line.stroke)}
                      strokeWidth="2"
                      strokeDasharray={line.dashes}
                      vectorEffect="non-scaling-stroke"
                    />
                  ))}
                </svg>
                {points.map(
                  (point) =>
                    point && (
                      <span
                        key={point.x}
                        title={point.title}
                        className={cn('absolute size-2 -translate-x-1/2 -translate-y-1/2 rounded-full ring-2 ring-surface', line.dot)}
                        style={{ left: `${point.x}%`, top: `${point.y}%` }}
                      />
                    ),
                )}
              </div>
            )
          })}
        </div>
        <div className="relative mt-2 ml-16 h-4 text-ink-3 text-xs">
          {series.map(
            (span, index) =>
              index % every === 0 && (
                <span
                  key={x(index)}
                  className={cn('absolute -translate-x-1/2 whitespace-nowrap', index % (2 * every) !== 0 && 'max-lg:hidden')}
                  style={{ left: `${x(index)}%` }}
                >
                  {name(span.at)}
                </span>
              ),
          )}
        </div>
      </div>
      <SeriesTable series={series} name={name} />
    </Panel>
  )
}
