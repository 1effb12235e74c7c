'use client'

import type { NodeType } from '@parley/flow-runtime'
import { Search } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { typeset } from '../../i18n/typeset.ts'
import { Input } from '../../ui/field.tsx'
import { dragKind } from '../canvas/drop-node.ts'
import { HelpCard } from '../help/help-card.tsx'
import { useHelpCard } from '../help/use-help-card.ts'
import { groupStyle, groups, nodeTypeNames } from '../node-groups.ts'
import { NodeIcon } from '../node-icon.tsx'
import { editorOf } from '../node-words.ts'

type NodeTypeListProps = {
  onPick: (type: NodeType) => void
  autoFocus?: boolean
  draggable?: boolean
  testIdPrefix: string
  children?: ReactNode
}

/** Every node type by group, with a search and an explanation; arrows move through it, Enter picks. */
export function NodeTypeList({ onPick, autoFocus, draggable, testIdPrefix, children }: NodeTypeListProps) {
  const t = useText()
  const locale = useLocale()
  const [search, setSearch] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const help = useHelpCard()
  const holdsSearch = (words: string) => words.toLowerCase().includes(search.trim().toLowerCase())
  const found = nodeTypeNames.filter((type) => holdsSearch(`${editorOf(type).title[locale]} ${editorOf(type).help[locale]}`))
  const best = found.find((type) => holdsSearch(editorOf(type).title[locale])) ?? found[0]
  const groupNames: Record<string, string> = t.editor.groups

  const pick = (type: NodeType) => {
    help.hide()
    onPick(type)
  }
  const moveFocus = (event: KeyboardEvent) => {
    const isInHelp = event.target instanceof Element && event.target.closest('[data-node-help]') !== null
    if (isInHelp && event.key === 'ArrowLeft') list.current?.querySelector<HTMLElement>(`[data-type="${help.shown?.type}"]`)?.focus()
    if (!isInHelp && event.key === 'ArrowRight') event.currentTarget.querySelector<HTMLElement>('[data-node-help] button')?.focus()
    if (isInHelp) return
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const items = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])]
    const index = items.indexOf(event.target instanceof HTMLElement ? event.target : document.body)
    const next = items[event.key === 'ArrowDown' ? index + 1 : index - 1]
    event.preventDefault()
    if (next) next.focus()
    else if (event.key === 'ArrowUp') event.currentTarget.querySelector('input')?.focus()
  }

  return (
    <search
      className="flex min-h-0 flex-1 flex-col"
      onKeyDown={moveFocus}
      onPointerLeave={help.leave}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) help.leave()
      }}
    >
      <div className="relative px-3 py-2.5">
        <Search size={14} className="absolute top-1/2 left-5.5 -translate-y-1/2 text-ink-3" aria-hidden />
        <Input
          type="search"
          autoFocus={autoFocus}
          value={search}
          aria-label={t.editor.searchNodes}
          placeholder={t.editor.searchNodes}
          data-testid={`${testIdPrefix}-search`}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && best) pick(best)
          }}
          className="pl-8"
        />
      </div>
      <div ref={list} className="min-h-0 flex-1 overflow-y-auto px-2 pb-3">
        {found.length === 0 && <p className="px-2 py-3 text-ink-2">{t.editor.noNodeFound(search)}</p>}
        {groups.map((group) => {
          const types = found.filter((type) => editorOf(type).group === group)
          if (types.length === 0) return null
          return (
            <section key={group} style={groupStyle(group)} className="mb-2">
              <h3 className="sticky top-0 z-10 bg-surface px-2 pt-1 pb-1 font-medium text-[11px] text-ink-3">{groupNames[group]}</h3>
              {types.map((type) => (
                <button
                  key={type}
                  type="button"
                  draggable={draggable}
                  data-type={type}
                  data-testid={`${testIdPrefix}-${type}`}
                  onPointerEnter={(event) => help.point(type, event.currentTarget)}
                  onFocus={(event) => help.focus(type, event.currentTarget)}
                  onDragStart={(event) => {
                    help.hide()
                    event.dataTransfer.setData(dragKind, type)
                    event.dataTransfer.effectAllowed = 'copy'
                  }}
                  onClick={() => pick(type)}
                  className="flex w-full items-start gap-2.5 rounded-md px-2 py-1.5 text-left hover:bg-hover"
                >
                  <span className="mt-0.5 grid size-6 shrink-0 place-items-center rounded-md bg-(--group-soft) text-(--group)">
                    <NodeIcon name={editorOf(type).icon} size={14} />
                  </span>
                  <span className="min-w-0">
                    <span className="block font-medium">{editorOf(type).title[locale]}</span>
                    <span className="line-clamp-2 text-ink-3 text-xs leading-snug">
                      {typeset(editorOf(type).help[locale].split('\n')[0] ?? '')}
                    </span>
                  </span>
                </button>
              ))}
            </section>
          )
        })}
        {children}
      </div>
      {help.shown && <HelpCard shown={help.shown} onPointerEnter={help.keep} />}
    </search>
  )
}
