'use client'

import { useLocale } from '../i18n/text-provider.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { useDateWords } from '../i18n/zone-provider.tsx'
import { Panel } from '../ui/panel.tsx'
import type { CampaignNow } from './campaign-data.ts'
import { reasonWords } from './lead-words.ts'
import { localWords, zoneWords } from './local-words.ts'

type NextPanelProps = { data: CampaignNow; onOpen: (leadId: string) => void }

/** Who is decided about next: when that is for the contact and for the reader, and why not before. */
export function NextPanel({ data: { pulse }, onOpen }: NextPanelProps) {
  const t = usePageText()
  const locale = useLocale()
  const { words, timeZone } = useDateWords()
  const heads = [t.campaignPage.lead, t.campaignPage.theirTime, t.campaignPage.yourTime, t.campaignPage.why]
  return (
    <Panel title={t.campaignPage.nextTitle} hint={t.campaignPage.nextHint(timeZone.replaceAll('_', ' '))} className="lg:col-span-2">
      {pulse.next.length === 0 ? (
        <p className="text-ink-2">{pulse.due > 0 ? t.campaignPage.nextAllDue : t.campaignPage.nextNone}</p>
      ) : (
        <div className="overflow-x-auto">
          <table className="w-full text-left" data-testid="next-attempts">
            <thead className="text-ink-3 text-xs">
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col" className="whitespace-nowrap pr-4 pb-1.5 font-medium">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {pulse.next.map(({ id, phone, zones, nextAt, reason }) => (
                <tr key={id} className="border-line border-t">
                  <td className="py-1.5 pr-4">
                    <button type="button" className="rounded tabular-nums underline underline-offset-2" onClick={() => onOpen(id)}>
                      {phone}
                    </button>
                  </td>
                  <td className="whitespace-nowrap py-1.5 pr-4">
                    {localWords(nextAt, zones, locale) ?? '–'} <span className="text-ink-3 text-xs">{zoneWords(zones)}</span>
                  </td>
                  <td className="whitespace-nowrap py-1.5 pr-4">{words(nextAt)}</td>
                  <td className="py-1.5">{reason ? reasonWords(t, reason) : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}
