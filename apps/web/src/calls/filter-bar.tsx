'use client'

import type { CallChoices } from '@parley/db'
import { ListFilter, X } from 'lucide-react'
import { useLocale } from '../i18n/text-provider.tsx'
import { usePageText } from '../i18n/use-page-text.ts'
import { Button } from '../ui/button.tsx'
import { Popover } from '../ui/popover.tsx'
import { FilterForm } from './filter-form.tsx'
import { filterWords } from './filter-words.ts'
import { filterNames, type WantedCalls } from './wanted-calls.ts'

type FilterBarProps = { wanted: WantedCalls; choices: CallChoices | undefined; onWant: (change: Partial<WantedCalls>) => void }

/** What the list is narrowed by, as chips that can be taken off, and a form with all filters. */
export function FilterBar({ wanted, choices, onWant }: FilterBarProps) {
  const t = usePageText()
  const locale = useLocale()
  const chips = filterNames.flatMap((name) => {
    const words = filterWords(t, locale, choices, wanted, name)
    return words === undefined ? [] : [{ name, words }]
  })
  return (
    <>
      <Popover
        label={t.callList.filterBy}
        className="w-80"
        trigger={
          <Button size="small" data-testid="add-filter">
            <ListFilter size={14} aria-hidden />
            {t.callList.addFilter}
          </Button>
        }
      >
        <FilterForm wanted={wanted} choices={choices} onWant={onWant} />
      </Popover>
      {chips.map(({ name, words }) => (
        <span
          key={name}
          data-testid={`chip-${name}`}
          className="inline-flex h-7 min-w-0 items-center gap-1 rounded-md bg-speak-soft pr-0.5 pl-2 font-medium text-speak text-xs"
        >
          <span className="max-w-64 truncate" title={words}>
            {words}
          </span>
          <button
            type="button"
            className="grid size-6 place-items-center rounded hover:bg-hover"
            aria-label={t.callList.without(words)}
            onClick={() => onWant({ [name]: undefined, ...(name === 'flow' ? { version: undefined } : {}) })}
          >
            <X size={12} aria-hidden />
          </button>
        </span>
      ))}
      {chips.length > 1 && (
        <Button look="ghost" size="small" onClick={() => onWant(Object.fromEntries(filterNames.map((name) => [name, undefined])))}>
          {t.callList.clear}
        </Button>
      )}
    </>
  )
}
