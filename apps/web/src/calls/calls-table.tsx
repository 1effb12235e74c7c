'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useLocale, useText } from '../i18n/text-provider.tsx'
import { clock, dateTime } from '../lib/time-words.ts'
import { CallOutcomeBadge } from './call-outcome-badge.tsx'
import type { ListedCall } from './listed-call.ts'

/** Calls as rows, newest first. The whole row opens the call; the link in it serves the keyboard. */
export function CallsTable({ calls }: { calls: readonly ListedCall[] }) {
  const t = useText()
  const locale = useLocale()
  const router = useRouter()
  return (
    <div className="overflow-x-auto rounded-xl border border-line bg-surface shadow-card">
      <table className="w-full text-left">
        <thead className="border-line border-b text-ink-3 text-xs">
          <tr>
            {[t.calls.when, t.calls.flow, t.calls.outcome].map((head) => (
              <th key={head} scope="col" className="px-4 py-2.5 font-medium">
                {head}
              </th>
            ))}
            {[t.calls.duration, t.calls.turns].map((head) => (
              <th key={head} scope="col" className="px-4 py-2.5 text-right font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {calls.map((call) => (
            <tr
              key={call.id}
              data-testid={`call-${call.id}`}
              className="cursor-pointer border-line border-t first:border-t-0 hover:bg-hover/60"
              onClick={() => router.push(`/calls/${call.id}`)}
            >
              <td className="whitespace-nowrap px-4 py-3">
                <Link href={`/calls/${call.id}`} className="rounded font-medium hover:underline">
                  {dateTime(call.startedAt, locale)}
                </Link>
              </td>
              <td className="max-w-72 truncate px-4 py-3">
                {call.flowName} <span className="text-ink-3">{t.callPage.version(call.flowVersionNumber)}</span>
              </td>
              <td className="px-4 py-3">
                <CallOutcomeBadge call={call} />
              </td>
              <td className="px-4 py-3 text-right font-mono tabular-nums">{call.endedAt ? clock(secondsOf(call)) : '–'}</td>
              <td className="px-4 py-3 text-right font-mono tabular-nums">{call.turns}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const secondsOf = (call: ListedCall) => (Number(call.endedAt) - Number(call.answeredAt ?? call.startedAt)) / 1000
