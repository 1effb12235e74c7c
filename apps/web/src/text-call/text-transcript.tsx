'use client'

import type { UnderstandRequest } from '@parley/flow-runtime'
import { stepWords } from '@parley/flow-runtime/scenarios'
import { Undo2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useLocale, useText } from '../i18n/text-provider.tsx'
import { Button } from '../ui/button.tsx'
import { TextLineView } from './text-line-view.tsx'
import type { TextTurn } from './text-turns.ts'

type TextTranscriptProps = {
  turns: readonly TextTurn[]
  tookMs: (request: UnderstandRequest) => number | undefined
  onGoBack: (steps: number) => void
}

/** The call so far: what was done, what came of it and why; every step can be answered differently. */
export function TextTranscript({ turns, tookMs, onGoBack }: TextTranscriptProps) {
  const t = useText()
  const locale = useLocale()
  const list = useRef<HTMLOListElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows new turns
  useEffect(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight
  }, [turns])
  return (
    <ol
      ref={list}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-live="polite"
      aria-label={t.textCall.transcript}
      data-testid="text-transcript"
      className="min-h-0 flex-1 overflow-y-auto px-4 py-3"
    >
      {turns.map(({ index, step, lines }) => (
        <li key={index} data-testid={`text-turn-${index}`} className="group/turn">
          {step && (
            <div className="mt-1 mb-1 grid grid-cols-[56px_1fr_auto] items-start gap-3">
              <span className="pt-px text-right font-medium text-listen text-xs">{'contact' in step ? t.testCall.you : ''}</span>
              <span className="max-w-[68ch]">
                {'contact' in step ? step.contact : <span className="text-ink-2 italic">{stepWords(step, locale)}</span>}
              </span>
              <Button
                look="ghost"
                size="tiny"
                aria-label={t.textCall.differently}
                title={t.textCall.differently}
                data-testid={`go-back-${index}`}
                className="opacity-60 focus-visible:opacity-100 group-hover/turn:opacity-100"
                onClick={() => onGoBack(index - 1)}
              >
                <Undo2 size={13} aria-hidden />
              </Button>
            </div>
          )}
          {lines.map((line) => (
            <TextLineView key={line.id} line={line} tookMs={tookMs} />
          ))}
        </li>
      ))}
    </ol>
  )
}
