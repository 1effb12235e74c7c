'use client'

import { Command, defaultFilter } from 'cmdk'
import { type ReactNode, useMemo, useState } from 'react'
import { cn } from '../lib/cn.ts'

export type MenuItem = { id: string; name: string; group?: string; hint?: string; keys?: string; icon?: ReactNode; run: () => void }
type CommandMenuProps = { label: string; placeholder: string; items: readonly MenuItem[]; nothing: string; className?: string }

/** More are not drawn: who wants one of a thousand types a letter more. */
const mostShown = 60

/** A list one types into: the best match first, arrows and Enter choose. Without a search the items stand in their groups. */
export function CommandMenu({ label, placeholder, items, nothing, className }: CommandMenuProps) {
  const [search, setSearch] = useState('')
  const shown = useMemo(() => found(items, search.trim()), [items, search])
  const groups = search.trim() === '' ? [...new Set(shown.map(({ group }) => group))] : [undefined]
  return (
    <Command label={label} shouldFilter={false} loop className={cn('flex min-h-0 flex-col', className)}>
      <Command.Input
        data-autofocus
        value={search}
        onValueChange={setSearch}
        placeholder={placeholder}
        aria-label={placeholder}
        className="h-10 w-full rounded-md border border-line-strong bg-surface px-3 text-sm placeholder:text-ink-3"
      />
      <Command.List label={label} className="mt-2 max-h-80 min-h-0 overflow-y-auto">
        {shown.length === 0 && <p className="px-2.5 py-3 text-ink-2">{nothing}</p>}
        {groups.map((group) => (
          <Command.Group
            key={group ?? ''}
            heading={group}
            className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-[11px] [&_[cmdk-group-heading]]:text-ink-3"
          >
            {shown
              .filter((item) => search.trim() !== '' || item.group === group)
              .map((item) => (
                <Command.Item
                  key={item.id}
                  value={item.id}
                  data-testid={`choose-${item.id}`}
                  onSelect={item.run}
                  className="flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 aria-selected:bg-hover"
                >
                  {item.icon}
                  <span className="truncate">{item.name}</span>
                  {item.hint && <span className="min-w-0 truncate text-ink-3 text-xs">{item.hint}</span>}
                  <span className="flex-1" />
                  {item.keys && <kbd className="shrink-0 font-sans text-ink-3 text-xs">{item.keys}</kbd>}
                </Command.Item>
              ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  )
}

function found(items: readonly MenuItem[], search: string): readonly MenuItem[] {
  if (search === '') return items.slice(0, mostShown)
  return items
    .map((item) => ({ item, score: defaultFilter(item.name, search, item.hint ? [item.hint] : []) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostShown)
    .map(({ item }) => item)
}
