import { useLocale } from '../i18n/text-provider.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { milliseconds } from '../lib/time-words.ts'
import { Panel } from '../ui/panel.tsx'
import { stageColours } from '../ui/stage-colours.ts'
import type { ReadTimes } from './read-times.ts'

/** Where the time goes: the medians of the parts end to end, and the table behind them. */
export function StageParts({ stages, answered }: { stages: ReadTimes['stages']; answered: number }) {
  const t = usePageText()
  const locale = useLocale()
  const whole = stages.reduce((sum, { p50 }) => sum + p50, 0)
  return (
    <Panel title={t.responseTimes.parts} hint={t.responseTimes.partsHint}>
      <div aria-hidden className="flex h-4 gap-px overflow-hidden rounded-md bg-sunken">
        {stages.map(({ stage, p50 }) => (
          <span
            key={stage}
            className={stageColours[stage]}
            style={{ width: `${whole > 0 ? (p50 / whole) * 100 : 0}%` }}
            title={`${t.responseTimes.stages[stage]}: ${milliseconds(p50, locale)}`}
          />
        ))}
      </div>
      <table className="mt-4 w-full text-left">
        <thead className="text-ink-3 text-xs">
          <tr>
            <th scope="col" className="pb-1.5 font-medium">
              {t.responseTimes.part}
            </th>
            {(['p50', 'p90', 'p99'] as const).map((name) => (
              <th key={name} scope="col" className="whitespace-nowrap pb-1.5 pl-3 text-right font-medium">
                {t.responseTimes.shortPercentiles[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stages.map(({ stage, turns, ...times }) => (
            <tr key={stage} className="border-line border-t">
              <th scope="row" className="py-1.5 font-normal">
                <span className="flex items-center gap-2">
                  <span aria-hidden className={`size-2.5 shrink-0 rounded-sm ${stageColours[stage]}`} />
                  <span>
                    {t.responseTimes.stages[stage]}
                    {turns < answered && <span className="ml-1.5 text-ink-3 text-xs">{t.responseTimes.inSome(turns, answered)}</span>}
                  </span>
                </span>
              </th>
              {(['p50', 'p90', 'p99'] as const).map((name) => (
                <td key={name} className="whitespace-nowrap py-1.5 pl-3 text-right font-mono tabular-nums">
                  {milliseconds(times[name], locale)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
