'use client'

import { useLocale } from '../i18n/text-provider.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { useDateWords } from '../i18n/zone-provider.tsx'
import { Panel } from '../ui/panel.tsx'
import { Bars, ShareBar } from './bars.tsx'
import type { CampaignNow } from './campaign-data.ts'

const minuteMs = 60_000

/** How many calls go on against the limit, who waits, and how many began in each minute of the last hour. */
export function PacePanel({ data: { pulse, limits, now } }: { data: CampaignNow }) {
  const t = usePageText()
  const locale = useLocale()
  const { words } = useDateWords()
  const { onLine, queued, due, pace } = pulse
  const begun = pace.reduce((sum, calls) => sum + calls, 0)
  const thisMinute = Math.floor(now.getTime() / minuteMs)
  const atOnce = limits?.concurrentCalls ?? 0
  return (
    <Panel title={t.campaignPage.nowTitle} hint={limits ? t.campaignPage.limitsHint(atOnce, limits.callsPerSecond) : undefined}>
      <div className="flex items-baseline gap-2">
        <span className="font-semibold text-3xl tabular-nums tracking-tight" data-testid="on-line">
          {onLine.toLocaleString(locale)}
        </span>
        <span className="text-ink-2">{t.campaignPage.onLine(atOnce)}</span>
      </div>
      <div className="mt-2">
        <ShareBar share={atOnce > 0 ? onLine / atOnce : 0} />
      </div>
      <p className="mt-2 text-ink-2 text-xs">
        {t.campaignPage.waitingForLine(queued)} {t.campaignPage.due(due)}
      </p>
      <Bars
        className="mt-4"
        bars={pace.map((calls, index) => {
          const at = new Date((thisMinute - pace.length + 1 + index) * minuteMs)
          return { key: at.getTime(), value: calls, title: `${words(at)}: ${t.campaignPage.callsBegun(calls)}` }
        })}
      />
      <div aria-hidden className="mt-1 flex justify-between text-ink-3 text-xs">
        <span>{t.campaignPage.anHourAgo}</span>
        <span>{t.common.now}</span>
      </div>
      <p className="mt-2" data-testid="pace">
        {t.campaignPage.pace(begun, Math.max(0, ...pace))}
      </p>
    </Panel>
  )
}
