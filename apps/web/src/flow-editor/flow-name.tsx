'use client'

import { useEffect, useState } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { useEditor, useEditorStore } from './state/use-editor.tsx'

const longest = 80

/** The flow's name; changed in place. */
export function FlowName() {
  const t = useText()
  const store = useEditorStore()
  const name = useEditor((state) => state.history.flow.name)
  const readOnly = useEditor((state) => state.readOnly)
  const [typed, setTyped] = useState(name)
  useEffect(() => setTyped(name), [name])
  const commit = () => {
    const next = typed.trim()
    if (next === '') setTyped(name)
    else if (next !== name) store.edit({ type: 'rename', name: next })
  }
  return (
    <input
      aria-label={t.flows.name}
      data-testid="flow-name"
      value={typed}
      maxLength={longest}
      readOnly={readOnly}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') setTyped(name)
      }}
      className="field-sizing-content h-7 min-w-16 max-w-64 truncate rounded-md bg-transparent px-1.5 font-semibold text-ink hover:bg-hover focus-visible:outline-offset-0"
    />
  )
}
