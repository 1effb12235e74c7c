'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus, Search, Workflow } from 'lucide-react'
import { useState } from 'react'
import { FirstRunPanel } from '../first-run/first-run-panel.tsx'
import { useFirstRun } from '../first-run/use-first-run.ts'
import { useLocale } from '../i18n/text-provider.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Input, Select } from '../ui/field.tsx'
import { EmptyState, ErrorState, LoadingRows } from '../ui/states.tsx'
import { FlowCard } from './flow-card.tsx'
import { ImportFlow } from './import-flow.tsx'
import { NewFlowDialog } from './new-flow-dialog.tsx'

const searchFrom = 4
const sorts = ['edited', 'name', 'calls'] as const

/** All flows as cards; the first one is offered where there is none. */
export function FlowsList() {
  const t = usePageText()
  const locale = useLocale()
  const flows = useQuery(useTRPC().flows.list.queryOptions())
  const { run } = useFirstRun()
  const [asking, setAsking] = useState(false)
  const [search, setSearch] = useState('')
  const [sort, setSort] = useState<(typeof sorts)[number]>('edited')
  const found = (flows.data ?? []).filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()))
  // The server has them last edited first.
  if (sort === 'name') found.sort((a, b) => a.name.localeCompare(b.name, locale))
  if (sort === 'calls') found.sort((a, b) => b.callsInWeek - a.callsInWeek)

  return (
    <>
      <div className="mb-5 flex flex-wrap items-center gap-3">
        <h1 className="flex-1 font-semibold text-xl tracking-tight">{t.flows.title}</h1>
        {flows.data && flows.data.length >= searchFrom && (
          <div className="relative">
            <Search size={14} className="absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3" aria-hidden />
            <Input
              type="search"
              className="w-56 pl-8"
              aria-label={t.flows.find}
              placeholder={t.flows.find}
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          </div>
        )}
        {flows.data && flows.data.length >= searchFrom && (
          <Select
            className="w-44"
            aria-label={t.flowsPage.sort}
            value={sort}
            onChange={({ target }) => setSort(sorts.find((one) => one === target.value) ?? 'edited')}
          >
            {sorts.map((one) => (
              <option key={one} value={one}>
                {t.flowsPage.sorts[one]}
              </option>
            ))}
          </Select>
        )}
        <ImportFlow />
        <Button look="primary" data-testid="new-flow" onClick={() => setAsking(true)}>
          <Plus size={15} aria-hidden />
          {t.flows.newFlow}
        </Button>
      </div>
      {flows.isPending && <LoadingRows />}
      {flows.isError && (
        <ErrorState message={`${t.flows.failed} ${errorSentence(t, errorCode(flows.error))}`} onRetry={() => flows.refetch()} />
      )}
      <FirstRunPanel />
      {flows.data?.length === 0 && (!run || run.left) && (
        <EmptyState icon={Workflow} title={t.flows.noneTitle} hint={t.flows.noneHint}>
          <Button onClick={() => setAsking(true)}>{t.flows.newFlow}</Button>
        </EmptyState>
      )}
      {search !== '' && found.length === 0 && <p className="text-ink-2">{t.flows.noMatch(search)}</p>}
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {found.map((flow) => (
          <FlowCard key={flow.id} flow={flow} />
        ))}
      </ul>
      <NewFlowDialog open={asking} onClose={() => setAsking(false)} />
    </>
  )
}
