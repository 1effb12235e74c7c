'use client'

import { failureSentence } from '../calls/failure-sentence.ts'
import { useLocale } from '../i18n/text-provider.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { Panel } from '../ui/panel.tsx'
import { ShareBar } from './bars.tsx'
import type { CampaignFiguresNow } from './campaign-data.ts'

/** How the attempts ended, how long was talked in all, and why calls failed. */
export function OutcomesPanel({ figures: { outcomes, failures, talkSeconds } }: { figures: CampaignFiguresNow }) {
  const t = usePageText()
  const locale = useLocale()
  const all = outcomes.reduce((sum, { attempts }) => sum + attempts, 0)
  const names: Record<string, string | undefined> = t.calls.outcomes
  const minutes = (talkSeconds / 60).toLocaleString(locale, { maximumFractionDigits: talkSeconds < 600 ? 1 : 0 })
  return (
    <Panel title={t.campaignPage.outcomesTitle} hint={t.campaignPage.attemptsInAll(all)} className="lg:col-span-2">
      <p className="mb-3" data-testid="talk">
        {t.campaignPage.talk(minutes)}
      </p>
      {all === 0 && <p className="text-ink-2">{t.campaignPage.noAttempts}</p>}
      <dl className="grid gap-x-8 gap-y-2 md:grid-cols-2" data-testid="outcomes">
        {outcomes.map(({ outcome, attempts }) => (
          <div key={outcome} className="grid grid-cols-[minmax(0,11rem)_1fr_4rem] items-center gap-3">
            <dt className="truncate">{outcome === null ? t.campaignPage.underWay : (names[outcome] ?? outcome)}</dt>
            <dd>
              <ShareBar share={attempts / all} tone={outcome === 'failed' ? 'bg-danger' : 'bg-logic'} />
            </dd>
            <dd className="text-right tabular-nums" data-testid={`outcome-${outcome ?? 'open'}`}>
              {attempts.toLocaleString(locale)}
            </dd>
          </div>
        ))}
      </dl>
      {failures.length > 0 && (
        <ul className="mt-4 flex flex-col gap-1 text-ink-2 text-xs" aria-label={t.campaignPage.failuresTitle}>
          {failures.map(({ failureCode, attempts }) => (
            <li key={failureCode}>{t.home.failedFor(attempts, failureCode ? failureSentence(t, failureCode) : t.home.noReason)}</li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
