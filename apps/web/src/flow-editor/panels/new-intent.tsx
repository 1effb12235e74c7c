'use client'

import { type IntentDeclaration, intentDeclaration } from '@parley/flow-runtime'
import { type KeyboardEvent, useState } from 'react'
import { useText } from '../../i18n/text-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { Input } from '../../ui/field.tsx'
import { useFlow } from '../state/use-editor.tsx'

export function NewIntent({ onAdd }: { onAdd: (intent: IntentDeclaration) => void }) {
  const t = useText()
  const flow = useFlow()
  const [name, setName] = useState('')
  const parsed = intentDeclaration.safeParse({ name, samples: {} })
  const isTaken = flow.intents.some((intent) => intent.name === name)
  const error = name === '' ? undefined : isTaken ? t.editor.variableNameTaken : parsed.success ? undefined : t.editor.variableNameWrong
  const add = () => {
    if (!parsed.success || isTaken) return
    onAdd(parsed.data)
    setName('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    add()
  }
  return (
    <div>
      <div className="flex gap-1.5">
        <Input
          aria-label={t.editor.intentName}
          placeholder={t.editor.intentName}
          aria-invalid={error !== undefined}
          value={name}
          onChange={(event) => setName(event.target.value.trim())}
          onKeyDown={onKeyDown}
        />
        <Button disabled={name === '' || error !== undefined} onClick={add}>
          {t.editor.intentAdd}
        </Button>
      </div>
      {error && <p className="mt-1 text-danger text-xs">{error}</p>}
    </div>
  )
}
