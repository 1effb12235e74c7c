'use client'

import { type KeyboardEvent, useState } from 'react'
import { useLocale, useText } from '../i18n/text-provider.tsx'
import { cn } from '../lib/cn.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Input } from '../ui/field.tsx'
import { useCommands } from './use-commands.ts'

type CommandPaletteProps = { open: boolean; onClose: () => void; onPublish: () => void; onTest: () => void }

/** Everything the editor can do, by typing. */
export function CommandPalette(props: CommandPaletteProps) {
  const t = useText()
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t.editor.commands} testId="command-palette" className="mt-[12vh] w-[560px]">
      <CommandList {...props} />
    </Dialog>
  )
}

function CommandList({ onClose, onPublish, onTest }: CommandPaletteProps) {
  const t = useText()
  const locale = useLocale()
  const [search, setSearch] = useState('')
  const [at, setAt] = useState(0)
  const wanted = search.trim().toLocaleLowerCase(locale)
  const commands = useCommands({ onPublish, onTest })
    .filter(({ name }) => name.toLocaleLowerCase(locale).includes(wanted))
    .slice(0, 40)
  const chosen = Math.min(at, commands.length - 1)

  const run = (index: number) => {
    onClose()
    commands[index]?.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const moved = event.key === 'ArrowDown' ? chosen + 1 : event.key === 'ArrowUp' ? chosen - 1 : undefined
    if (event.key === 'Enter') run(chosen)
    if (moved === undefined) return
    event.preventDefault()
    setAt(Math.max(0, Math.min(moved, commands.length - 1)))
  }
  return (
    <div>
      <Input
        type="search"
        role="combobox"
        aria-expanded
        aria-controls="commands"
        aria-activedescendant={commands[chosen] ? `command-${chosen}` : undefined}
        data-autofocus
        aria-label={t.editor.commandsPlaceholder}
        placeholder={t.editor.commandsPlaceholder}
        className="h-10 text-sm"
        value={search}
        onChange={(event) => {
          setSearch(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div id="commands" role="listbox" aria-label={t.editor.commands} tabIndex={-1} className="mt-2 max-h-80 overflow-y-auto">
        {commands.map(({ name, keys }, index) => (
          <div
            key={name}
            id={`command-${index}`}
            role="option"
            aria-selected={index === chosen}
            tabIndex={-1}
            onPointerMove={() => setAt(index)}
            onClick={() => run(index)}
            onKeyDown={onKeyDown}
            className={cn('flex h-9 cursor-pointer items-center justify-between rounded-md px-2.5', index === chosen && 'bg-hover')}
          >
            <span className="truncate">{name}</span>
            {keys && <kbd className="text-ink-3 text-xs">{keys}</kbd>}
          </div>
        ))}
      </div>
    </div>
  )
}
