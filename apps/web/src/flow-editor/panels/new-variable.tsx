'use client'

import { type VariableDeclaration, type VariableType, variableDeclaration, variableType } from '@parley/flow-runtime'
import { type FormEvent, useId, useState } from 'react'
import { useText } from '../../i18n/text-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { Input, Select } from '../../ui/field.tsx'
import { useFlow } from '../state/use-editor.tsx'

const personalTypes: ReadonlySet<VariableType> = new Set(['personName', 'phone', 'email'])

type NewVariableProps = { onAdd: (variable: VariableDeclaration) => void; onCancel?: () => void; autoFocus?: boolean }

/** Declares a variable: name, type, and personal or not. */
export function NewVariable({ onAdd, onCancel, autoFocus }: NewVariableProps) {
  const t = useText()
  const id = useId()
  const flow = useFlow()
  const [name, setName] = useState('')
  const [type, setType] = useState<VariableType>('text')
  const isTaken = flow.variables.some((variable) => variable.name === name)
  const parsed = variableDeclaration.safeParse({ name, type, pii: personalTypes.has(type) })
  const error = name === '' ? undefined : isTaken ? t.editor.variableNameTaken : parsed.success ? undefined : t.editor.variableNameWrong

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!parsed.success || isTaken) return
    onAdd(parsed.data)
    setName('')
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-1.5 rounded-md border border-line bg-sunken p-2">
      <Input
        autoFocus={autoFocus}
        aria-label={t.editor.variableNewName}
        placeholder={t.editor.variableNewName}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error`}
        data-testid="new-variable-name"
        value={name}
        onChange={(event) => setName(event.target.value.trim())}
      />
      {error && (
        <p id={`${id}-error`} className="text-danger text-xs">
          {error}
        </p>
      )}
      <Select
        aria-label={t.editor.variableType}
        data-testid="new-variable-type"
        value={type}
        onChange={(event) => setType(variableType.catch('text').parse(event.target.value))}
      >
        {variableType.options.map((option) => (
          <option key={option} value={option}>
            {t.editor.variableTypes[option]}
          </option>
        ))}
      </Select>
      <div className="flex gap-1.5">
        <Button type="submit" size="small" look="primary" data-testid="new-variable-add" disabled={!parsed.success || isTaken}>
          {t.editor.variableAdd}
        </Button>
        {onCancel && (
          <Button size="small" look="ghost" onClick={onCancel}>
            {t.common.cancel}
          </Button>
        )}
      </div>
    </form>
  )
}
