'use client'

import { useQuery } from '@tanstack/react-query'
import { usePageText } from '../i18n/use-page-text.ts'
import { useDateWords } from '../i18n/zone-provider.tsx'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Badge } from '../ui/badge.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorState, LoadingRows } from '../ui/states.tsx'
import type { FoundNumber } from './add-number.tsx'
import { ConsentList } from './consent-list.tsx'
import { RemoveNumber } from './remove-number.tsx'
import { sourceWords } from './source-words.ts'

type RecordSheetProps = { found: FoundNumber; mayChange: boolean; open: boolean; onClose: () => void }

/** What is known of a number: whether it is on the list, since when and why, and what was said about calling it. */
export function RecordSheet({ found: { key, number }, mayChange, open, onClose }: RecordSheetProps) {
  const t = usePageText()
  const { words } = useDateWords()
  const query = useQuery(useTRPC().doNotCall.record.queryOptions({ key }))
  const { row, consents } = query.data ?? {}
  return (
    <Dialog open={open} onClose={onClose} title={number ?? row?.number ?? t.doNotCall.number} testId="number-record">
      {query.isPending && <LoadingRows rows={2} />}
      {query.isError && (
        <ErrorState message={`${t.doNotCall.failed} ${errorSentence(t, errorCode(query.error))}`} onRetry={() => void query.refetch()} />
      )}
      {query.data && (
        <div className="flex flex-col gap-5">
          <div>
            <Badge tone={row ? 'bad' : 'good'}>{row ? t.doNotCall.onList : t.doNotCall.notOnList}</Badge>
            {row && (
              <p className="mt-2">
                {t.doNotCall.since(words(row.createdAt), sourceWords(t, row.source))} {row.source !== 'asked' && row.reason}
              </p>
            )}
          </div>
          <ConsentList consents={consents ?? []} />
          {row && mayChange && <RemoveNumber numberKey={key} onRemoved={onClose} />}
        </div>
      )}
    </Dialog>
  )
}
