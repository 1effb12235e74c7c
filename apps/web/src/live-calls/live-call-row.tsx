'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { PhoneOff } from 'lucide-react'
import Link from 'next/link'
import { usePageText } from '../i18n/use-page-text.ts'
import { clock } from '../lib/time-words.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { toast } from '../ui/toast.tsx'
import type { RunningCall } from './running-call.ts'

/** A call that goes on: flow and version, the node it stands on, how long, and a way to end it. */
export function LiveCallRow({ call, seconds }: { call: RunningCall; seconds: number }) {
  const t = usePageText()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const hangUp = useMutation(
    trpc.calls.hangUp.mutationOptions({
      onSuccess: ({ wasRunning }) => toast({ tone: 'good', message: wasRunning ? t.liveCalls.hungUp : t.liveCalls.overAlready }),
      onError: (error) => toast({ tone: 'bad', message: errorSentence(t, errorCode(error)) }),
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.calls.running.queryKey() }),
    }),
  )
  return (
    <tr data-testid={`live-${call.id}`} className="border-line border-t first:border-t-0">
      <td className="max-w-72 truncate px-4 py-2.5">
        <Link href={`/calls/${call.id}`} className="rounded font-medium hover:underline">
          {call.flowName}
        </Link>{' '}
        <span className="text-ink-3">{t.callPage.version(call.flowVersionNumber)}</span>
      </td>
      <td className="max-w-72 truncate px-4 py-2.5">{call.node ?? <span className="text-ink-3">{t.calls.statuses[call.status]}</span>}</td>
      <td className="px-4 py-2.5">{t.callPage.channels[call.channel]}</td>
      <td className="px-4 py-2.5 text-right font-mono tabular-nums">{clock(seconds)}</td>
      <td className="px-4 py-2.5 text-right">
        <Button
          size="small"
          aria-label={t.liveCalls.hangUpOf(call.flowName)}
          disabled={hangUp.isPending}
          onClick={() => hangUp.mutate({ callId: call.id })}
        >
          <PhoneOff size={13} aria-hidden />
          {t.liveCalls.hangUp}
        </Button>
      </td>
    </tr>
  )
}
