'use client'

import type { Flow, FlowNode, Language } from '@parley/flow-runtime'
import { useState } from 'react'
import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { nodeTitle } from '../node-words.ts'
import { PlayWords } from './play-words.tsx'
import { wordsToPlay } from './words-to-play.ts'

type CardPlayProps = { flow: Flow; node: FlowNode; language: Language; words: string }

/** Plays the words of a card; it is there under the pointer and for the keyboard. */
export function CardPlay({ flow, node, language, words }: CardPlayProps) {
  const t = useText()
  const locale = useLocale()
  const [now] = useState(() => Date.now())
  return (
    <PlayWords
      name={t.forms.playOf(nodeTitle(node, locale))}
      of={wordsToPlay(flow, language, words, now)}
      className="opacity-0 transition-opacity focus-visible:opacity-100 group-hover/card:opacity-100 data-[phase=failed]:text-danger data-[phase=making]:opacity-100 data-[phase=playing]:opacity-100"
    />
  )
}
