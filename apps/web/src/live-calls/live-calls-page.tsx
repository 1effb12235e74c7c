'use client'

import { PhoneIncoming } from 'lucide-react'
import Link from 'next/link'
import { DialButton } from '../dialling/dial-button.tsx'
import { typeset } from '../i18n/typeset.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState, ErrorState, LoadingRows } from '../ui/states.tsx'
import { LiveCallRow } from './live-call-row.tsx'
import { useRunningCalls } from './use-running-calls.ts'

/** Who is on the line now, where each call stands, and a way to end it. */
export function LiveCallsPage() {
  const t = usePageText()
  const { query, secondsOf } = useRunningCalls()
  const { calls = [], total = 0 } = query.data ?? {}
  return (
    <>
      <div className="flex items-center justify-between gap-3">
        <h1 className="font-semibold text-xl tracking-tight">{t.liveCalls.title}</h1>
        <DialButton />
      </div>
      <p className="mt-1 mb-5 text-ink-2">
        {t.liveCalls.hint} {total > calls.length && t.liveCalls.shownOf(calls.length, total)}
      </p>
      {query.isPending && <LoadingRows />}
      {query.isError && (
        <div className="mb-4">
          <ErrorState message={`${t.liveCalls.failed} ${errorSentence(t, errorCode(query.error))}`} onRetry={() => void query.refetch()} />
        </div>
      )}
      {query.data && calls.length === 0 && (
        <EmptyState icon={PhoneIncoming} title={t.liveCalls.noneTitle} hint={typeset(t.liveCalls.noneHint)}>
          <Button look="primary" asChild>
            <Link href="/flows">{t.calls.openFlow}</Link>
          </Button>
        </EmptyState>
      )}
      {calls.length > 0 && (
        <div className="overflow-x-auto rounded-xl border border-line bg-surface shadow-card">
          <table className="w-full text-left">
            <thead className="border-line border-b text-ink-3 text-xs">
              <tr>
                {[t.calls.flow, t.liveCalls.node, t.callPage.channel].map((head) => (
                  <th key={head} scope="col" className="px-4 py-2.5 font-medium">
                    {head}
                  </th>
                ))}
                <th scope="col" className="px-4 py-2.5 text-right font-medium">
                  {t.liveCalls.seconds}
                </th>
                <td className="px-4" />
              </tr>
            </thead>
            <tbody>
              {calls.map((call) => (
                <LiveCallRow key={call.id} call={call} seconds={secondsOf(call)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
