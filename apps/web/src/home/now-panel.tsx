'use client'

import Link from 'next/link'
import { usePageText } from '../i18n/use-page-text.ts'
import { clock } from '../lib/time-words.ts'
import { useRunningCalls } from '../live-calls/use-running-calls.ts'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/states.tsx'

const mostShown = 6

/** The calls that go on, as small lines. */
export function NowPanel() {
  const t = usePageText()
  const { query, secondsOf } = useRunningCalls()
  const { calls = [], total = 0 } = query.data ?? {}
  const shown = calls.slice(0, mostShown)
  return (
    <Panel title={t.home.now}>
      {query.isPending && <Skeleton className="h-5" />}
      {query.isError && <p className="text-danger">{t.liveCalls.failed}</p>}
      {query.data && shown.length === 0 && <p className="text-ink-2">{t.home.nobody}</p>}
      <ul data-testid="home-now">
        {shown.map((call) => (
          <li key={call.id} className="flex items-baseline gap-2 border-line border-t py-2 first:border-t-0 first:pt-0">
            <span className="size-1.5 shrink-0 self-center rounded-full bg-do" aria-hidden />
            <Link href={`/calls/${call.id}`} className="max-w-[45%] truncate rounded font-medium hover:underline">
              {call.flowName}
            </Link>
            <span className="min-w-0 flex-1 truncate text-ink-2">{call.node ?? t.calls.statuses[call.status]}</span>
            <span className="font-mono text-ink-2 tabular-nums">{clock(secondsOf(call))}</span>
          </li>
        ))}
      </ul>
      {total > 0 && (
        <p className="mt-3">
          <Link href="/live" className="rounded text-ink-2 underline underline-offset-2 hover:text-ink">
            {total > shown.length ? t.home.andMore(total - shown.length) : t.home.seeLive}
          </Link>
        </p>
      )}
    </Panel>
  )
}
