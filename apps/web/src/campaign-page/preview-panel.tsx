'use client'

import { useQuery } from '@tanstack/react-query'
import { CalendarClock } from 'lucide-react'
import { useState } from 'react'
import { usePageText } from '../i18n/use-page-text.ts'
import { useDateWords } from '../i18n/zone-provider.tsx'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { alone, useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { ErrorState, LoadingRows } from '../ui/states.tsx'
import { PreviewView } from './preview-view.tsx'

/** Who would be called when if the campaign called from now on: shown before it starts, afterwards when it is asked for. */
export function PreviewPanel({ campaignId, isDraft }: { campaignId: string; isDraft: boolean }) {
  const t = usePageText()
  const { timeZone } = useDateWords()
  const [isWanted, setWanted] = useState(false)
  const query = useQuery({
    ...useTRPC().campaignPage.preview.queryOptions({ campaignId }, alone),
    enabled: isDraft || isWanted,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Panel title={t.campaignPage.previewTitle} hint={t.campaignPage.previewHint(timeZone.replaceAll('_', ' '))} className="lg:col-span-2">
      {!isDraft && !isWanted && (
        <Button data-testid="show-preview" onClick={() => setWanted(true)}>
          <CalendarClock size={14} aria-hidden />
          {t.campaignPage.showPreview}
        </Button>
      )}
      {query.isFetching && !query.data && <LoadingRows rows={2} />}
      {query.isError && (
        <ErrorState
          message={`${t.campaignPage.previewFailed} ${errorSentence(t, errorCode(query.error))}`}
          onRetry={() => void query.refetch()}
        />
      )}
      {query.data && (
        <>
          <PreviewView preview={query.data} timeZone={timeZone} />
          <Button size="small" className="mt-4" disabled={query.isFetching} onClick={() => void query.refetch()}>
            {t.campaignPage.previewAgain}
          </Button>
        </>
      )}
    </Panel>
  )
}
