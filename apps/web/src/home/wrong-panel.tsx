'use client'

import { CircleAlert, CircleCheck, CirclePause, CloudOff, Hourglass, TriangleAlert } from 'lucide-react'
import { failureSentence } from '../calls/failure-sentence.ts'
import { callsAddress } from '../calls/wanted-calls.ts'
import { typeset } from '../i18n/typeset.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import { Panel } from '../ui/panel.tsx'
import { HomeLine } from './home-line.tsx'
import type { ReadHome } from './read-home.ts'

/** Failed calls by reason, providers that rest, campaigns that paused themselves, problems of live flows, slow answers. */
export function WrongPanel({ home }: { home: ReadHome }) {
  const t = usePageText()
  const { failures, resting, paused, problems, now, slowMs } = home
  const isGood = [failures, resting, paused, problems].every(({ length }) => length === 0) && now.slow === 0
  return (
    <Panel title={t.home.wrong}>
      {isGood && (
        <p className="flex gap-2.5 text-ink-2">
          <CircleCheck size={15} className="mt-0.5 shrink-0 text-do" aria-hidden />
          {typeset(t.home.allGood)}
        </p>
      )}
      <ul data-testid="home-wrong">
        {failures.map(({ failureCode, calls }) => (
          <HomeLine
            key={failureCode}
            icon={CircleAlert}
            tone="bad"
            text={t.home.failedFor(calls, failureCode ? failureSentence(t, failureCode) : t.home.noReason)}
            href={callsAddress({ period: '24h', drafts: 'no', outcome: ['failed'], ...(failureCode ? { failure: failureCode } : {}) })}
            action={t.home.look}
          />
        ))}
        {resting.map(({ kind, code }) => (
          <HomeLine
            key={`${kind} ${code}`}
            icon={CloudOff}
            tone="bad"
            text={t.home.rests(t.home.kinds[kind] ?? kind)}
            href="/settings/providers"
            action={t.home.look}
          />
        ))}
        {paused.map(({ id, name, pausedBecause }) => (
          <HomeLine
            key={id}
            icon={CirclePause}
            tone="bad"
            text={t.home.pausedItself(name, t.campaignPauses[pausedBecause.code])}
            href={`/campaigns/${id}`}
            action={t.home.open}
          />
        ))}
        {problems.map(({ flowId, name, isReadable, count }) => (
          <HomeLine
            key={flowId}
            icon={TriangleAlert}
            tone="warning"
            text={isReadable ? t.home.publishedProblems(name, count) : t.home.publishedUnreadable(name)}
            href={`/flows/${flowId}`}
            action={t.home.open}
          />
        ))}
        {now.slow > 0 && (
          <HomeLine
            icon={Hourglass}
            tone="warning"
            text={t.home.slow(now.slow, slowMs / 1000)}
            href={callsAddress({ period: '24h', drafts: 'no', slow: slowMs })}
            action={t.home.look}
          />
        )}
      </ul>
    </Panel>
  )
}
