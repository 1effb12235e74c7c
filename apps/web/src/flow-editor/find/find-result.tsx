'use client'

import { StickyNote } from 'lucide-react'
import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { groupStyle } from '../node-groups.ts'
import { NodeIcon } from '../node-icon.tsx'
import { editorOf, nodeTitle } from '../node-words.ts'
import type { Find } from './find-in-flow.ts'

/** A find in the list: the node, and the words around the match. */
export function FindResult({ find: { node, place, before, match, after } }: { find: Find }) {
  const t = useText()
  const locale = useLocale()
  const language = place.kind === 'words' ? place.language : undefined
  return (
    <span className="flex w-full min-w-0 items-start gap-2" style={node && groupStyle(editorOf(node.type).group)}>
      {node ? (
        <NodeIcon name={editorOf(node.type).icon} className="mt-0.5 shrink-0 text-(--group)" />
      ) : (
        <StickyNote size={15} className="mt-0.5 shrink-0 text-call" aria-hidden />
      )}
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-1.5">
          <span className="truncate font-medium">{node ? nodeTitle(node, locale) : t.canvasEdit.note}</span>
          {language && <span className="rounded bg-sunken px-1 text-[10px] text-ink-2">{language.toUpperCase()}</span>}
        </span>
        <span className="line-clamp-2 break-words text-ink-3 text-xs">
          {place.kind === 'variable' ? `${t.canvasEdit.uses} ` : place.kind === 'id' ? 'id ' : ''}
          {before}
          <mark className="rounded-sm bg-speak-soft font-semibold text-ink">{match}</mark>
          {after}
        </span>
      </span>
    </span>
  )
}
