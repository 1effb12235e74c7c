'use client'

import { createColumnHelper } from '@tanstack/react-table'
import { Mic, PhoneIncoming, PhoneOutgoing } from 'lucide-react'
import Link from 'next/link'
import { useMemo } from 'react'
import { usePageText } from '../i18n/use-page-text.ts'
import { useDateWords } from '../i18n/zone-provider.tsx'
import { clock } from '../lib/time-words.ts'
import { CallOutcomeBadge } from './call-outcome-badge.tsx'
import { failureSentence } from './failure-sentence.ts'
import type { ListedCall } from './listed-call.ts'
import type { CallColumn } from './wanted-calls.ts'

const column = createColumnHelper<ListedCall>()

/** Widths of the columns as the grid of a row has them. */
export const columnWidths: Record<CallColumn, string> = {
  when: 'minmax(150px,1.1fr)',
  flow: 'minmax(150px,2fr)',
  outcome: 'minmax(164px,1fr)',
  channel: 'minmax(90px,.7fr)',
  duration: 'minmax(84px,.6fr)',
  turns: 'minmax(84px,.6fr)',
  recording: 'minmax(110px,.6fr)',
  failure: 'minmax(180px,2fr)',
}
export const rightAligned: ReadonlySet<string> = new Set<CallColumn>(['duration', 'turns'])

/** What each column says of a call. */
export function useCallColumns() {
  const t = usePageText()
  const { words } = useDateWords()
  return useMemo(() => {
    const head = t.callList.columnNames
    return [
      column.accessor('startedAt', {
        id: 'when',
        header: head.when,
        cell: ({ row, getValue }) => (
          <Link href={`/calls/${row.original.id}`} tabIndex={-1} className="truncate font-medium hover:underline">
            {words(getValue())}
          </Link>
        ),
      }),
      column.accessor('flowName', {
        id: 'flow',
        header: head.flow,
        cell: ({ row, getValue }) => (
          <span className="truncate" title={getValue()}>
            {getValue()} <span className="text-ink-3">{t.callPage.version(row.original.flowVersionNumber)}</span>
          </span>
        ),
      }),
      column.display({ id: 'outcome', header: head.outcome, cell: ({ row }) => <CallOutcomeBadge call={row.original} /> }),
      column.accessor('channel', {
        id: 'channel',
        header: head.channel,
        cell: ({ row, getValue }) => {
          const { direction } = row.original
          const Icon = direction === 'outbound' ? PhoneOutgoing : PhoneIncoming
          return (
            <span className="flex items-center gap-1.5 truncate">
              {direction && <Icon size={13} className="shrink-0" role="img" aria-label={t.dialling[direction]} />}
              {t.callPage.channels[getValue()]}
            </span>
          )
        },
      }),
      column.display({
        id: 'duration',
        header: head.duration,
        cell: ({ row }) => (
          <span className="font-mono tabular-nums">{row.original.endedAt ? clock(row.original.durationMs / 1000) : '–'}</span>
        ),
      }),
      column.accessor('turns', {
        id: 'turns',
        header: head.turns,
        cell: ({ getValue }) => <span className="font-mono tabular-nums">{getValue()}</span>,
      }),
      column.accessor('hasRecording', {
        id: 'recording',
        header: head.recording,
        cell: ({ getValue }) => (getValue() ? <Mic size={14} role="img" aria-label={t.callList.words.recording.yes} /> : '–'),
      }),
      column.accessor('failureCode', {
        id: 'failure',
        header: head.failure,
        cell: ({ getValue }) => {
          const code = getValue()
          return code && <span className="truncate">{failureSentence(t, code)}</span>
        },
      }),
    ]
  }, [t, words])
}
