'use client'

import { useLocale } from '../i18n/text-provider.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { useDateWords } from '../i18n/zone-provider.tsx'
import { Bars } from './bars.tsx'
import type { CampaignPreview } from './campaign-data.ts'
import { reasonWords } from './lead-words.ts'
import { previewSpans } from './preview-spans.ts'

const hourMs = 3_600_000

/** The forecast: how many are called in this hour, later and never; a bar for each hour or day; the first who are called. */
export function PreviewView({ preview, timeZone }: { preview: CampaignPreview; timeZone: string }) {
  const t = usePageText()
  const locale = useLocale()
  const { words } = useDateWords()
  const { hours, never, first, waiting, now, later: beyond, isExact } = preview
  const isThisHour = ({ at }: { at: number }) => at <= now.getTime()
  const count = (some: typeof hours) => some.reduce((sum, { calls }) => sum + calls, 0)
  const soon = count(hours.filter(isThisHour))
  const later = count(hours.filter((hour) => !isThisHour(hour))) + beyond.leads
  const neverCalled = Object.values(never).reduce((sum, leads) => sum + leads, 0)
  const lastAt = hours.at(-1)?.at
  const { by, spans } = previewSpans(hours, timeZone)
  const spanName = new Intl.DateTimeFormat(locale, {
    timeZone,
    ...(by === 'hour' ? ({ dateStyle: 'medium', timeStyle: 'short' } as const) : ({ dateStyle: 'full' } as const)),
  })
  const figures = [
    { name: 'now', value: soon },
    { name: 'later', value: later },
    { name: 'never', value: neverCalled },
  ] as const
  return (
    <div data-testid="preview">
      <dl className="grid grid-cols-[repeat(auto-fit,minmax(8rem,1fr))] gap-4">
        {figures.map(({ name, value }) => (
          <div key={name}>
            <dt className="text-ink-3 text-xs">{t.campaignPage.previewFigures[name]}</dt>
            <dd className="mt-1 font-semibold text-2xl tabular-nums tracking-tight" data-testid={`preview-${name}`}>
              {value.toLocaleString(locale)}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-ink-2">
        {waiting === 0 && t.campaignPage.previewNobody}
        {beyond.leads > 0 && t.campaignPage.previewBeyond(beyond.leads, words(new Date(beyond.after)))}
        {beyond.leads === 0 && lastAt !== undefined && t.campaignPage.previewUntil(words(new Date(lastAt + hourMs)))}
        {!isExact && ` ${t.campaignPage.previewAbout}`}
      </p>
      {neverCalled > 0 && (
        <ul className="mt-2 flex flex-col gap-0.5 text-ink-2" data-testid="preview-reasons">
          {Object.entries(never).map(([reason, leads]) => (
            <li key={reason}>{t.campaignPage.neverFor(leads, reasonWords(t, reason))}</li>
          ))}
        </ul>
      )}
      {spans.length > 0 && (
        <>
          <Bars
            className="mt-4"
            bars={spans.map(({ key, at, calls }) => ({
              key,
              value: calls,
              title: `${spanName.format(at)}: ${t.campaignPage.callsBegun(calls)}`,
            }))}
          />
          <details className="mt-2">
            <summary className="w-fit rounded font-medium text-ink-2 text-xs hover:text-ink">{t.responseTimes.asTable}</summary>
            <table className="mt-2 text-left">
              <thead className="text-ink-3 text-xs">
                <tr>
                  <th scope="col" className="py-1 pr-8 font-medium">
                    {t.calls.when}
                  </th>
                  <th scope="col" className="py-1 text-right font-medium">
                    {t.calls.title}
                  </th>
                </tr>
              </thead>
              <tbody>
                {spans.map(
                  ({ key, at, calls }) =>
                    calls > 0 && (
                      <tr key={key} className="border-line border-t">
                        <th scope="row" className="py-1 pr-8 font-normal">
                          {spanName.format(at)}
                        </th>
                        <td className="py-1 text-right tabular-nums">{calls.toLocaleString(locale)}</td>
                      </tr>
                    ),
                )}
              </tbody>
            </table>
          </details>
        </>
      )}
      {first.length > 0 && (
        <>
          <h3 className="mt-4 mb-1 font-medium text-ink-2 text-xs">{t.campaignPage.firstTitle}</h3>
          <ul className="flex flex-col" data-testid="preview-first">
            {first.map(({ leadId, phone, at, local, zone }) => (
              <li key={leadId} className="flex flex-wrap gap-x-4 border-line border-t py-1.5">
                <span className="w-20 tabular-nums">{phone}</span>
                <span>{words(new Date(at))}</span>
                <span className="text-ink-3">{t.campaignPage.localTime(local, zone.replaceAll('_', ' '))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
