'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { Eye } from 'lucide-react'
import { useLocale } from '../i18n/text-provider.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { useDateWords } from '../i18n/zone-provider.tsx'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorState, LoadingRows } from '../ui/states.tsx'
import { toast } from '../ui/toast.tsx'
import { AttemptItem } from './attempt-item.tsx'
import type { ReadLead } from './campaign-data.ts'
import { LeadStateBadge } from './lead-state-badge.tsx'
import { reasonWords } from './lead-words.ts'
import { localWords, zoneWords } from './local-words.ts'

const everyMs = 5_000

type LeadSheetProps = { leadId: string; open: boolean; onClose: () => void }

/** One lead: where it is and why, and each of its attempts with the reason it was made. */
export function LeadSheet({ leadId, open, onClose }: LeadSheetProps) {
  const t = usePageText()
  const trpc = useTRPC()
  const query = useQuery({
    ...trpc.campaignPage.lead.queryOptions({ leadId }),
    refetchInterval: ({ state: { data } }) => (open && data?.state === 'trying' ? everyMs : false),
  })
  const reveal = useMutation(
    trpc.campaignPage.revealLead.mutationOptions({
      onError: (error) => toast({ tone: 'bad', message: errorSentence(t, errorCode(error)) }),
    }),
  )
  const lead = query.data
  const { phone, name, variables } = reveal.data ?? lead ?? {}
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={[phone, name].filter(Boolean).join(' · ') || t.campaignPage.lead}
      testId="lead-sheet"
      className="w-[680px]"
    >
      {query.isPending && <LoadingRows rows={3} />}
      {query.isError && !lead && (
        <ErrorState
          message={`${t.campaignPage.leadsFailed} ${errorSentence(t, errorCode(query.error))}`}
          onRetry={() => void query.refetch()}
        />
      )}
      {lead && (
        <>
          <LeadFacts lead={lead} />
          <Button
            size="small"
            className="mt-3"
            data-testid="show-lead"
            title={t.callPage.maskedHint}
            disabled={reveal.isPending || reveal.data !== undefined}
            onClick={() => reveal.mutate({ leadId })}
          >
            <Eye size={13} aria-hidden />
            {reveal.data ? t.callPage.showingPersonal : t.callPage.showPersonal}
          </Button>
          {variables && Object.keys(variables).length > 0 && (
            <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
              {Object.entries(variables).map(([variable, value]) => (
                <div key={variable} className="contents">
                  <dt className="text-ink-3">{variable}</dt>
                  <dd className="break-words">{String(value)}</dd>
                </div>
              ))}
            </dl>
          )}
          <h3 className="mt-5 mb-2 font-semibold">{t.campaignPage.attempts}</h3>
          {lead.attempts.length === 0 && <p className="text-ink-2">{t.campaignPage.noAttemptYet}</p>}
          <ol className="flex flex-col gap-3" data-testid="attempts">
            {lead.attempts.map((attempt) => (
              <AttemptItem key={attempt.id} attempt={attempt} zones={lead.zones} />
            ))}
          </ol>
        </>
      )}
    </Dialog>
  )
}

function LeadFacts({ lead: { state, reason, nextAt, zones } }: { lead: ReadLead }) {
  const t = usePageText()
  const locale = useLocale()
  const { words } = useDateWords()
  const local = localWords(nextAt, zones, locale)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <LeadStateBadge state={state} />
      <span>{reason && reasonWords(t, reason)}</span>
      {state === 'waiting' && (
        <span className="text-ink-2">
          {t.campaignPage.until(words(nextAt))}
          {local && ` (${t.campaignPage.localTime(local, zoneWords(zones))})`}
        </span>
      )}
      {state !== 'waiting' && <span className="text-ink-3">{zoneWords(zones)}</span>}
    </div>
  )
}
