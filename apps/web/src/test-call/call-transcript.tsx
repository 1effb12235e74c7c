'use client'

import type { TranscriptTurn } from '@parley/flow-runtime'
import { useEffect, useRef } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { cn } from '../lib/cn.ts'

/** What both sides say, as it is said; keeps the newest words in view. */
export function CallTranscript({ turns, isListening }: { turns: readonly TranscriptTurn[]; isListening: boolean }) {
  const t = useText()
  const list = useRef<HTMLOListElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows new words
  useEffect(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight
  }, [turns, isListening])
  return (
    <ol
      ref={list}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-live="polite"
      aria-label={t.callPage.transcript}
      data-testid="live-transcript"
      className="min-h-0 flex-1 overflow-y-auto px-4 py-3"
    >
      {turns.length === 0 && <li className="text-ink-3">{t.testCall.transcriptEmpty}</li>}
      {turns.map((turn, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a turn is its place in the talk
        <li key={`${turn.at}-${index}`} data-speaker={turn.speaker} className="rise mb-2 grid grid-cols-[56px_1fr] gap-3">
          <span className={cn('pt-px text-right font-medium text-xs', turn.speaker === 'agent' ? 'text-speak' : 'text-listen')}>
            {turn.speaker === 'agent' ? t.testCall.agent : t.testCall.you}
          </span>
          <span className="max-w-[68ch]">
            {turn.text}
            {turn.interrupted && <span className="text-ink-3 text-xs"> — {t.callPage.interrupted}</span>}
          </span>
        </li>
      ))}
      {isListening && (
        <li className="grid grid-cols-[56px_1fr] gap-3 text-ink-3">
          <span />
          <span className="flex items-center gap-1.5 text-xs">
            <span aria-hidden className="size-1.5 animate-pulse rounded-full bg-listen" />
            {t.testCall.listening}…
          </span>
        </li>
      )}
    </ol>
  )
}
