'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { supplySentence } from '../providers/test-result.tsx'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { alone, useTRPC } from '../trpc/trpc-provider.tsx'
import { ErrorState, LoadingRows } from '../ui/states.tsx'
import type { ListedVoice, VoiceSource } from './listed-voice.ts'
import { sourceName } from './source-name.ts'
import { VoiceRow } from './voice-row.tsx'

const keptForMs = 5 * 60_000

export type VoiceFilter = { search: string; language: string }
type SourceSectionProps = { source: VoiceSource; filter: VoiceFilter; actions: (voice: ListedVoice) => ReactNode }

/** The voices of one source. It loads and fails by itself, whatever the others do. */
export function SourceSection({ source, filter, actions }: SourceSectionProps) {
  const t = useText()
  const titleId = useId()
  const query = useQuery({
    ...useTRPC().voices.list.queryOptions({ source: source.id, search: filter.search || undefined }, alone),
    ...{ staleTime: keptForMs, placeholderData: keepPreviousData },
  })
  const voices = query.data?.ok ? query.data.voices : []
  const shown = voices.filter(({ language }) => filter.language === '' || language === '' || language === filter.language)
  return (
    <section aria-labelledby={titleId} aria-busy={query.isFetching} data-testid={`voices-${source.id}`}>
      <h2 id={titleId} className="mb-2 font-semibold text-[15px]">
        {sourceName(source, t)}
      </h2>
      {query.isPending && <LoadingRows rows={3} />}
      {query.isError && (
        <ErrorState message={`${t.voices.failed} ${errorSentence(t, errorCode(query.error))}`} onRetry={() => void query.refetch()} />
      )}
      {query.data?.ok === false && (
        <ErrorState message={`${t.voices.failed} ${supplySentence(query.data.code, t)}`} onRetry={() => void query.refetch()} />
      )}
      {query.data?.ok && shown.length === 0 && (
        <p className="text-ink-2">{filter.search || filter.language ? t.voices.noMatch : t.voices.none}</p>
      )}
      {shown.length > 0 && (
        <ul className="divide-y divide-line rounded-xl border border-line bg-surface shadow-card">
          {shown.map((voice) => (
            <VoiceRow key={`${voice.id} ${voice.language}`} source={source.id} voice={voice}>
              {actions(voice)}
            </VoiceRow>
          ))}
        </ul>
      )}
    </section>
  )
}
