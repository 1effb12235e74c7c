'use client'

import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { useText } from '../../i18n/text-provider.tsx'
import { cn } from '../../lib/cn.ts'
import { Input } from '../../ui/field.tsx'

type DeclaredNameProps = {
  name: string
  label: string
  /** Names of the others of its kind. */
  taken: ReadonlySet<string>
  isName: (text: string) => boolean
  onRename: (name: string) => void
  className?: string
}

/** The name of a variable or an intent. A new one counts when it is left or at Enter; one that cannot be taken is refused there. */
export function DeclaredName({ name, label, taken, isName, onRename, className }: DeclaredNameProps) {
  const t = useText()
  const id = useId()
  const [typed, setTyped] = useState(name)
  useEffect(() => setTyped(name), [name])
  const error =
    typed === name ? undefined : taken.has(typed) ? t.editor.variableNameTaken : isName(typed) ? undefined : t.editor.variableNameWrong

  const finish = () => (error === undefined ? typed !== name && onRename(typed) : setTyped(name))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') finish()
    if (event.key === 'Escape' && typed !== name) {
      event.stopPropagation()
      setTyped(name)
    }
  }
  return (
    <div className="min-w-0 flex-1">
      <Input
        aria-label={label}
        title={label}
        aria-invalid={error !== undefined}
        aria-describedby={error && `${id}-error`}
        data-testid={`name-${name}`}
        spellCheck={false}
        className={cn('h-7 border-transparent bg-transparent px-1 hover:border-line-strong focus:border-line-strong', className)}
        value={typed}
        onChange={(event) => setTyped(event.target.value.trim())}
        onKeyDown={onKeyDown}
        onBlur={finish}
      />
      {error && (
        <p id={`${id}-error`} role="alert" className="mt-1 px-1 text-danger text-xs">
          {error}
        </p>
      )}
    </div>
  )
}
