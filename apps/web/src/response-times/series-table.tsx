import { useLocale } from '../i18n/text-provider.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { milliseconds } from '../lib/time-words.ts'
import type { ReadTimes } from './read-times.ts'

/** The chart in words: each hour or day that had answers. */
export function SeriesTable({ series, name }: { series: ReadTimes['series']; name: (at: Date) => string }) {
  const t = usePageText()
  const locale = useLocale()
  const heads = [t.responseTimes.percentiles.p50, t.responseTimes.percentiles.p90, t.responseTimes.answersHead]
  return (
    <details className="mt-4">
      <summary className="w-fit rounded font-medium text-ink-2 text-xs hover:text-ink">{t.responseTimes.asTable}</summary>
      <table className="mt-2 text-left">
        <thead className="text-ink-3 text-xs">
          <tr>
            <th scope="col" className="py-1 pr-6 font-medium">
              {t.calls.when}
            </th>
            {heads.map((head) => (
              <th key={head} scope="col" className="py-1 pl-6 text-right font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {series.map(
            ({ at, turns, p50, p90 }) =>
              p50 !== null &&
              p90 !== null && (
                <tr key={Number(at)} className="border-line border-t">
                  <th scope="row" className="py-1 pr-6 font-normal">
                    {name(at)}
                  </th>
                  <td className="py-1 pl-6 text-right font-mono tabular-nums">{milliseconds(p50, locale)}</td>
                  <td className="py-1 pl-6 text-right font-mono tabular-nums">{milliseconds(p90, locale)}</td>
                  <td className="py-1 pl-6 text-right font-mono tabular-nums">{turns}</td>
                </tr>
              ),
          )}
        </tbody>
      </table>
    </details>
  )
}
