'use client'

import { useQuery } from '@tanstack/react-query'
import { PhoneOff, Upload } from 'lucide-react'
import Link from 'next/link'
import { typeset } from '../i18n/typeset.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState, ErrorState, LoadingRows } from '../ui/states.tsx'
import { useSheet } from '../ui/use-sheet.ts'
import { AddNumber, type FoundNumber } from './add-number.tsx'
import { ImportNumbers } from './import-numbers.tsx'
import { NumberList } from './number-list.tsx'
import { RecordSheet } from './record-sheet.tsx'

/** The numbers nobody calls for this workspace: added, imported, looked up and, with a reason, taken off again. */
export function DoNotCallPage() {
  const t = usePageText()
  const query = useQuery({ ...useTRPC().doNotCall.count.queryOptions(), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 })
  const record = useSheet<FoundNumber>()
  const importing = useSheet<true>()
  const list = query.data
  return (
    <>
      <div className="mb-5 flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1 basis-72">
          <p className="text-ink-3 text-xs">
            <Link href="/contacts" className="rounded hover:underline">
              {t.contacts.title}
            </Link>
          </p>
          <h1 className="mt-1 font-semibold text-xl tracking-tight">{t.doNotCall.title}</h1>
          <p className="mt-1 max-w-3xl text-ink-2">{typeset(t.doNotCall.lead)}</p>
        </div>
        {list?.mayChange && (
          <Button data-testid="dnc-import" onClick={() => importing.open(true)}>
            <Upload size={14} aria-hidden />
            {t.doNotCall.import}
          </Button>
        )}
      </div>
      {query.isPending && <LoadingRows />}
      {query.isError && (
        <div className="mb-4">
          <ErrorState message={`${t.doNotCall.failed} ${errorSentence(t, errorCode(query.error))}`} onRetry={() => void query.refetch()} />
        </div>
      )}
      {list && (
        <>
          <AddNumber country={list.country} mayChange={list.mayChange} onFound={record.open} />
          {list.total === 0 ? (
            <EmptyState icon={PhoneOff} title={t.doNotCall.noneTitle} hint={typeset(t.doNotCall.noneHint)} />
          ) : (
            <NumberList total={list.total} countedAt={query.dataUpdatedAt} onOpen={record.open} />
          )}
        </>
      )}
      {record.about && (
        <RecordSheet
          key={`record-${record.key}`}
          found={record.about}
          mayChange={list?.mayChange ?? false}
          open={record.isOpen}
          onClose={record.close}
        />
      )}
      {importing.about && (
        <ImportNumbers key={`import-${importing.key}`} country={list?.country} open={importing.isOpen} onClose={importing.close} />
      )}
    </>
  )
}
