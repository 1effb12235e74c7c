'use client'

import { language as languages } from '@parley/flow-runtime'
import type { ReactNode } from 'react'
import { useLocale, useText } from '../i18n/text-provider.tsx'
import { typeset } from '../i18n/typeset.ts'
import { Badge } from '../ui/badge.tsx'
import type { ListedVoice } from './listed-voice.ts'
import { PlayButton } from './play-button.tsx'
import { sampleSentence } from './sample-sentence.ts'
import { useSample } from './use-sample.tsx'

/** A voice that can be listened to; `children` are what can be done with it. */
export function VoiceRow({ source, voice, children }: { source: string; voice: ListedVoice; children: ReactNode }) {
  const t = useText()
  const locale = useLocale()
  const { state, isOf } = useSample()
  const known = languages.safeParse(voice.language)
  const of = { source, voice: voice.id, language: known.success ? known.data : locale }
  const failure = isOf(of) && state?.phase === 'failed' ? state.code : undefined
  return (
    <li className="flex flex-col gap-2 px-4 py-2.5" data-testid={`voice-${voice.id}`}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <PlayButton name={voice.name} of={of} />
        <div className="min-w-0 flex-1 basis-40">
          <div className="flex items-center gap-2">
            <span className="truncate font-medium">{voice.name}</span>
            <Badge>{known.success ? t.editor.languages[known.data] : t.voices.otherLanguage}</Badge>
          </div>
          <p className="truncate font-mono text-ink-3 text-xs">{voice.id}</p>
        </div>
        <div className="flex items-center gap-1">{children}</div>
      </div>
      {failure && (
        <p role="alert" className="text-danger text-xs">
          {typeset(sampleSentence(failure, t))}
        </p>
      )}
    </li>
  )
}
