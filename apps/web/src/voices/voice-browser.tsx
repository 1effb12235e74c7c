'use client'

import { language as languages } from '@parley/flow-runtime'
import { useQuery } from '@tanstack/react-query'
import { AudioLines, Search } from 'lucide-react'
import Link from 'next/link'
import { type ReactNode, useEffect, useState } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Input, Select } from '../ui/field.tsx'
import { EmptyState, ErrorState, LoadingRows } from '../ui/states.tsx'
import type { ListedVoice, VoiceSource } from './listed-voice.ts'
import { SourceSection } from './source-section.tsx'
import { SampleProvider } from './use-sample.tsx'

const typedWithinMs = 300

type VoiceBrowserProps = {
  /** The one language that is wanted; absent: the reader chooses. */
  only?: string
  actions: (voice: ListedVoice, source: VoiceSource) => ReactNode
}

/** All voices of the tenant, to be searched and listened to. */
export function VoiceBrowser({ only, actions }: VoiceBrowserProps) {
  const t = useText()
  const sources = useQuery(useTRPC().voices.sources.queryOptions())
  const [typed, setTyped] = useState('')
  const [search, setSearch] = useState('')
  const [language, setLanguage] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), typedWithinMs)
    return () => clearTimeout(timer)
  }, [typed])

  if (sources.isPending) return <LoadingRows />
  if (!sources.data)
    return (
      <ErrorState message={`${t.voices.failed} ${errorSentence(t, errorCode(sources.error))}`} onRetry={() => void sources.refetch()} />
    )
  if (sources.data.length === 0) {
    return (
      <EmptyState icon={AudioLines} title={t.voices.noSources} hint={t.voices.noSourcesHint}>
        <Button asChild>
          <Link href="/settings/providers">{t.voices.toProviders}</Link>
        </Button>
      </EmptyState>
    )
  }
  return (
    <SampleProvider>
      <div className="mb-6 flex flex-wrap gap-3">
        <div className="relative min-w-48 flex-1">
          <Search size={14} className="absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3" aria-hidden />
          <Input
            type="search"
            className="pl-8"
            data-testid="find-voice"
            aria-label={t.voices.find}
            placeholder={t.voices.find}
            maxLength={100}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        {only === undefined && (
          <Select
            className="w-48"
            data-testid="voice-language"
            aria-label={t.voices.language}
            value={language}
            onChange={(event) => setLanguage(event.target.value)}
          >
            <option value="">{t.voices.everyLanguage}</option>
            {languages.options.map((option) => (
              <option key={option} value={option}>
                {t.editor.languages[option]}
              </option>
            ))}
          </Select>
        )}
      </div>
      <div className="flex flex-col gap-8">
        {sources.data.map((source) => (
          <SourceSection
            key={source.id}
            source={source}
            filter={{ search, language: only ?? language }}
            actions={(voice) => actions(voice, source)}
          />
        ))}
      </div>
    </SampleProvider>
  )
}
