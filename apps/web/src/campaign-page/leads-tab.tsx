'use client'

import { callOutcomes } from '@parley/flow-runtime/call-outcomes'
import { useQuery } from '@tanstack/react-query'
import { Download, Eye } from 'lucide-react'
import { useId, useMemo, useState } from 'react'
import { useLocale } from '../i18n/text-provider.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { useDateWords } from '../i18n/zone-provider.tsx'
import { useListPages } from '../lib/use-list-pages.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC, useTRPCClient } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Field, Select } from '../ui/field.tsx'
import { LongGrid } from '../ui/long-grid.tsx'
import { ErrorState, LoadingRows } from '../ui/states.tsx'
import type { ListedLeadRow } from './campaign-data.ts'
import { FindLead } from './find-lead.tsx'
import { useLeadColumns } from './use-lead-columns.tsx'
import { leadStates, type WantedLeads, wantedLeads } from './wanted-leads.ts'

const everyMs = 10_000

type LeadsTabProps = { campaignId: string; mayChange: boolean; onOpen: (leadId: string) => void }

/** All leads of the campaign, however many: narrowed, found by number, exported. Names and numbers are masked until somebody asks. */
export function LeadsTab({ campaignId, mayChange, onOpen }: LeadsTabProps) {
  const t = usePageText()
  const locale = useLocale()
  const id = useId()
  const { timeZone } = useDateWords()
  const trpc = useTRPC()
  const client = useTRPCClient()
  const [wanted, setWanted] = useState<WantedLeads>({})
  const [isShown, setShown] = useState(false)
  const counted = useQuery({ ...trpc.campaignPage.countLeads.queryOptions({ campaignId, wanted }), refetchInterval: everyMs })
  const total = counted.data?.total ?? 0
  const pages = useListPages<ListedLeadRow>({
    listKey: ['campaign.leads', campaignId, wanted, isShown],
    total,
    isCounted: counted.data !== undefined,
    load: (at, signal) => {
      const input = { campaignId, wanted, place: 'after' in at ? { afterId: at.after.id } : at }
      const options = { signal, context: { alone: true } }
      return isShown ? client.campaignPage.revealLeads.mutate(input, options) : client.campaignPage.leads.query(input, options)
    },
    // What was asked for with names is recorded each time; it is not asked for again by itself.
    isUnfinished: ({ state }) => !isShown && (state === 'waiting' || state === 'trying'),
  })
  const columns = useLeadColumns()
  const exported = useMemo(() => {
    const search = new URLSearchParams({ language: locale, zone: timeZone })
    for (const [name, value] of Object.entries(wanted)) if (value) search.set(name, value)
    return `/api/campaigns/${campaignId}/leads/export?${search}`
  }, [campaignId, locale, timeZone, wanted])
  const choice = (name: keyof WantedLeads, label: string, options: readonly (readonly [string, string])[]) => (
    <Field id={`${id}-${name}`} label={label}>
      <Select
        id={`${id}-${name}`}
        data-testid={`leads-${name}`}
        value={wanted[name] ?? ''}
        onChange={({ target }) => setWanted(wantedLeads.parse({ ...wanted, [name]: target.value || undefined }))}
      >
        <option value="">{t.callList.words.any}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  )
  return (
    <>
      <div className="mb-3 flex flex-wrap items-end gap-3">
        {choice(
          'state',
          t.campaignPage.leadState,
          leadStates.map((state) => [state, t.campaignPage.states[state]]),
        )}
        {choice(
          'lastOutcome',
          t.campaignPage.lastOutcome,
          callOutcomes.map((outcome) => [outcome, t.calls.outcomes[outcome]]),
        )}
        <FindLead campaignId={campaignId} onFound={onOpen} />
        <span className="flex-1" />
        <Button data-testid="show-leads" title={t.callPage.maskedHint} disabled={isShown} onClick={() => setShown(true)}>
          <Eye size={14} aria-hidden />
          {isShown ? t.contacts.shown : t.contacts.show}
        </Button>
        {mayChange && (
          <Button asChild>
            <a href={exported} download title={t.campaignPage.exportHint} data-testid="export-leads">
              <Download size={14} aria-hidden />
              {t.callList.exportAll}
            </a>
          </Button>
        )}
      </div>
      {counted.isPending && <LoadingRows rows={8} />}
      {(counted.isError || pages.error) && (
        <div className="mb-3">
          <ErrorState
            message={`${t.campaignPage.leadsFailed} ${errorSentence(t, errorCode(counted.error ?? pages.error))}`}
            onRetry={() => (counted.isError ? void counted.refetch() : pages.retry())}
          />
        </div>
      )}
      {counted.data && total === 0 && (
        <p className="rounded-xl border border-line border-dashed px-4 py-10 text-center text-ink-2">{t.campaignPage.noLeadMatches}</p>
      )}
      {total > 0 && (
        <LongGrid
          key={JSON.stringify(wanted)}
          label={t.campaignPage.tabs.leads}
          testId="leads-grid"
          total={total}
          columns={columns}
          rowAt={pages.rowAt}
          nameOf={({ id: leadId }) => `lead-${leadId}`}
          onLook={pages.look}
          onOpen={({ id: leadId }) => onOpen(leadId)}
        />
      )}
      <p className="mt-2 flex flex-wrap gap-x-4 text-ink-3 text-xs">
        <span data-testid="leads-total" aria-live="polite">
          {t.campaignPage.leadsInAll(total)}
        </span>
        <span>{t.callList.zone(timeZone)}</span>
        <span className="ml-auto">{t.campaignPage.keys}</span>
      </p>
    </>
  )
}
