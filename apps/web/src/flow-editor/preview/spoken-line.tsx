'use client'

import type { Flow, Language } from '@parley/flow-runtime'
import { useState } from 'react'
import { useText } from '../../i18n/text-provider.tsx'
import { typeset } from '../../i18n/typeset.ts'
import { sampleSentence } from '../../voices/sample-sentence.ts'
import { useSample } from '../../voices/use-sample.tsx'
import { PlayWords } from './play-words.tsx'
import { wordsToPlay } from './words-to-play.ts'

/** Under a text: what a caller would hear of it, to be read and to be played. */
export function SpokenLine({ flow, language, text }: { flow: Flow; language: Language; text: string }) {
  const t = useText()
  const [now] = useState(() => Date.now())
  const { state, isOf } = useSample()
  const of = wordsToPlay(flow, language, text, now)
  const failure = isOf(of) && state?.phase === 'failed' ? state.code : undefined
  return (
    <div className="mt-1 flex items-start gap-1">
      <PlayWords name={t.forms.play} of={of} className="-ml-1" />
      {failure ? (
        <p role="alert" className="pt-1 text-danger text-xs">
          {typeset(failure === 'PROVIDER_NOT_FOUND' ? t.forms.noVoice : sampleSentence(failure, t))}
        </p>
      ) : (
        of.text !== text.trim() && (
          <p lang={language} className="pt-1 text-ink-3 text-xs" data-testid="spoken-form">
            {typeset(t.forms.heardAs(of.text))}
          </p>
        )
      )}
    </div>
  )
}
