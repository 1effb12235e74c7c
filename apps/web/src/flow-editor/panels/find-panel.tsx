'use client'

import { Command } from 'cmdk'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { findInFlow } from '../find/find-in-flow.ts'
import { FindResult } from '../find/find-result.tsx'
import { useMarkFound } from '../find/use-mark-found.ts'
import { useFlow } from '../state/use-editor.tsx'
import { useGoToNode } from '../use-go-to-node.ts'

const mostShown = 200

/** Finds nodes and notes by anything written in them, in any language; arrows and Enter go there, what is found is marked on the canvas. */
export function FindPanel() {
  const t = useText()
  const locale = useLocale()
  const flow = useFlow()
  const goTo = useGoToNode()
  const [search, setSearch] = useState('')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const found = useMemo(() => findInFlow(flow, search, locale), [flow, search, locale])
  useMarkFound(found)
  const isSearching = search.trim() !== ''
  return (
    <Command label={t.editor.rail.find} shouldFilter={false} loop className="flex min-h-0 flex-1 flex-col">
      <div className="px-3 py-2.5">
        <Command.Input
          ref={input}
          value={search}
          onValueChange={setSearch}
          aria-label={t.editor.findPlaceholder}
          placeholder={t.editor.findPlaceholder}
          data-testid="find-search"
          className="h-8 w-full rounded-md border border-line-strong bg-surface px-2.5 placeholder:text-ink-3"
        />
        <p aria-live="polite" className="mt-1.5 text-ink-3 text-xs">
          {isSearching ? t.canvasEdit.found(found.length) : t.canvasEdit.findHint}
        </p>
      </div>
      <Command.List label={t.editor.rail.find} className="min-h-0 flex-1 overflow-y-auto px-2 pb-3">
        {found.slice(0, mostShown).map((find) => (
          <Command.Item
            key={find.id}
            value={find.id}
            data-testid={`found-${find.id}`}
            onSelect={() => goTo(find.id)}
            className="cursor-pointer rounded-md px-2 py-1.5 aria-selected:bg-hover"
          >
            <FindResult find={find} />
          </Command.Item>
        ))}
        {found.length > mostShown && <p className="px-2 py-2 text-ink-3 text-xs">{t.canvasEdit.foundMore(found.length - mostShown)}</p>}
      </Command.List>
    </Command>
  )
}
