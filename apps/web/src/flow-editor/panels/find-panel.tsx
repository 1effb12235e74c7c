'use client'

import { useState } from 'react'
import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { Input } from '../../ui/field.tsx'
import { groupStyle } from '../node-groups.ts'
import { NodeIcon } from '../node-icon.tsx'
import { editorOf, nodeTitle, silentWords, spokenWords } from '../node-words.ts'
import { useEditor, useFlow } from '../state/use-editor.tsx'
import { useGoToNode } from '../use-go-to-node.ts'

/** Finds nodes by anything written in them. */
export function FindPanel() {
  const t = useText()
  const locale = useLocale()
  const flow = useFlow()
  const language = useEditor((state) => state.language)
  const goTo = useGoToNode()
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  const found = flow.nodes.filter((node) =>
    `${nodeTitle(node, locale)} ${node.id} ${JSON.stringify(node.data)}`.toLowerCase().includes(wanted),
  )
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="px-3 py-2.5">
        <Input
          type="search"
          autoFocus
          aria-label={t.editor.findPlaceholder}
          placeholder={t.editor.findPlaceholder}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      <ul className="min-h-0 flex-1 overflow-y-auto px-2 pb-3">
        {found.length === 0 && <li className="px-2 py-2 text-ink-2">{t.editor.findNothing}</li>}
        {found.slice(0, 200).map((node) => (
          <li key={node.id} style={groupStyle(editorOf(node.type).group)}>
            <button
              type="button"
              className="flex w-full items-start gap-2 rounded-md px-2 py-1.5 text-left hover:bg-hover"
              onClick={() => goTo(node.id)}
            >
              <NodeIcon name={editorOf(node.type).icon} className="mt-0.5 shrink-0 text-(--group)" />
              <span className="min-w-0">
                <span className="block truncate font-medium">{nodeTitle(node, locale)}</span>
                <span className="block truncate text-ink-3 text-xs">
                  {spokenWords(node, language, flow.languages[0] ?? 'en') ?? silentWords(node)}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
