'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { Eye, PhoneOff, Users } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { typeset } from '../i18n/typeset.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Input } from '../ui/field.tsx'
import { EmptyState, ErrorState, LoadingRows } from '../ui/states.tsx'
import { toast } from '../ui/toast.tsx'
import { ContactsTable } from './contacts-table.tsx'

/** Who called or booked; masked until somebody asks, and the asking is recorded. What is shown can be searched. */
export function ContactsPage() {
  const t = usePageText()
  const trpc = useTRPC()
  const query = useQuery(trpc.contacts.list.queryOptions())
  const [search, setSearch] = useState('')
  const reveal = useMutation(
    trpc.contacts.reveal.mutationOptions({ onError: (error) => toast({ tone: 'bad', message: errorSentence(t, errorCode(error)) }) }),
  )
  const { people, read = 0 } = reveal.data ?? query.data ?? {}
  const wanted = search.trim().toLowerCase()
  const found = (people ?? []).filter(({ name, phone }) => `${name ?? ''} ${phone ?? ''}`.toLowerCase().includes(wanted))
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center gap-3">
        <div className="min-w-60 flex-1">
          <h1 className="font-semibold text-xl tracking-tight">{t.contacts.title}</h1>
          {found.length > 0 && (
            <p className="mt-1 text-ink-2">
              {t.contacts.hint(read)} {!reveal.data && t.contacts.masked}
            </p>
          )}
        </div>
        <Button asChild>
          <Link href="/contacts/do-not-call" data-testid="to-do-not-call">
            <PhoneOff size={14} aria-hidden />
            {t.doNotCall.title}
          </Link>
        </Button>
        {people && people.length > 0 && (
          <>
            <Button data-testid="show-contacts" disabled={reveal.isPending || reveal.data !== undefined} onClick={() => reveal.mutate()}>
              <Eye size={14} aria-hidden />
              {reveal.data ? t.contacts.shown : t.contacts.show}
            </Button>
            {reveal.data && (
              <Input
                type="search"
                className="w-56"
                aria-label={t.contacts.find}
                placeholder={t.contacts.find}
                value={search}
                onChange={({ target }) => setSearch(target.value)}
              />
            )}
          </>
        )}
      </div>
      {query.isPending && <LoadingRows />}
      {query.isError && !people && (
        <ErrorState message={`${t.contacts.failed} ${errorSentence(t, errorCode(query.error))}`} onRetry={() => void query.refetch()} />
      )}
      {people?.length === 0 && (
        <EmptyState icon={Users} title={t.contacts.noneTitle} hint={typeset(t.contacts.noneHint)}>
          <Button look="primary" asChild>
            <Link href="/flows">{t.contacts.openFlow}</Link>
          </Button>
        </EmptyState>
      )}
      {wanted !== '' && found.length === 0 && <p className="text-ink-2">{t.contacts.noMatch}</p>}
      {found.length > 0 && <ContactsTable people={found} />}
    </>
  )
}
