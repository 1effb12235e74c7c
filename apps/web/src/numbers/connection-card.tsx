'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Pencil, Trash2 } from 'lucide-react'
import { useLocale } from '../i18n/text-provider.tsx'
import { typeset } from '../i18n/typeset.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import { useDateWords } from '../i18n/zone-provider.tsx'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { connectionDraftOf, connectionInputOf } from './connection-draft.ts'
import type { ListedCarrier, ListedConnection } from './telephony-types.ts'
import { TestSteps } from './test-steps.tsx'

type ConnectionCardProps = {
  connection: ListedConnection
  /** Undefined when this release does not know the carrier. */
  carrier: ListedCarrier | undefined
  mayChange: boolean
  onEdit: () => void
  onRemove: () => void
}

/** One account at a carrier: what it allows, how its last test ended, and what can be done with it. */
export function ConnectionCard({ connection, carrier, mayChange, onEdit, onRemove }: ConnectionCardProps) {
  const t = usePageText()
  const locale = useLocale()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const test = useMutation(
    trpc.telephony.testConnection.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.telephony.list.queryKey() }),
    }),
  )
  const { name, maxCalls, callsPerSecond, enabled, apiBase } = connection
  const title = carrier ? t.numbers.carriers[carrier.kind] : connection.carrier
  const facts = [title === name ? undefined : title, t.numbers.numbersOf(connection.numbers), apiBase && t.numbers.otherAddress(apiBase)]
  return (
    <li
      data-testid={`connection-${connection.id}`}
      className="flex flex-col gap-2.5 rounded-xl border border-line bg-surface p-4 shadow-card"
    >
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <div className="flex items-center gap-2">
            <h3 className="truncate font-medium" title={name}>
              {name}
            </h3>
            {!enabled && <Badge>{t.numbers.off}</Badge>}
            {!connection.areCredentialsReadable && <Badge tone="bad">{t.numbers.keysUnreadable}</Badge>}
          </div>
          <p className="truncate text-ink-3 text-xs">{facts.filter(Boolean).join(' · ')}</p>
        </div>
        {mayChange && carrier && (
          <Button look="ghost" size="icon" aria-label={t.numbers.changeConnection(name)} onClick={onEdit}>
            <Pencil size={15} aria-hidden />
          </Button>
        )}
        {mayChange && (
          <Button look="ghost" size="icon" aria-label={t.numbers.removeConnection(name)} onClick={onRemove}>
            <Trash2 size={15} aria-hidden />
          </Button>
        )}
      </div>
      <p className="text-ink-2 text-xs">{t.numbers.limits(maxCalls, callsPerSecond.toLocaleString(locale))}</p>
      {!connection.areCredentialsReadable && <p className="text-danger text-xs">{t.numbers.keysUnreadableHint}</p>}
      <div className="mt-auto flex items-center gap-3">
        <LastTest connection={connection} />
        {mayChange && carrier && (
          <Button
            size="small"
            aria-label={t.numbers.testOf(name)}
            disabled={test.isPending}
            onClick={() => test.mutate(connectionInputOf(connectionDraftOf(connection, carrier)))}
          >
            {t.numbers.test}
          </Button>
        )}
      </div>
      <TestSteps test={test} />
    </li>
  )
}

function LastTest({ connection: { lastTest } }: { connection: ListedConnection }) {
  const t = usePageText()
  const { words } = useDateWords()
  const steps: Record<string, string | undefined> = t.numbers.steps
  if (!lastTest) return <p className="flex-1 text-ink-3 text-xs">{t.numbers.neverTested}</p>
  const when = words(new Date(lastTest.at))
  const { failed } = lastTest
  return (
    <p data-testid="last-test" className={failed ? 'flex-1 text-danger text-xs' : 'flex-1 text-do text-xs'}>
      {typeset(failed ? t.numbers.testedBadly(steps[failed.step] ?? failed.step, when) : t.numbers.testedWell(when))}
    </p>
  )
}
