'use client'

import { useState } from 'react'
import { useText } from '../../i18n/text-provider.tsx'
import { Select } from '../../ui/field.tsx'
import { NewVariable } from '../panels/new-variable.tsx'
import { useEditorStore } from '../state/use-editor.tsx'
import type { ControlProps } from './field-types.ts'

const newOne = '\n'

/** Chooses a variable, or declares a new one on the spot. */
export function VariableControl({ id, flow, value, invalid, onChange }: ControlProps) {
  const t = useText()
  const store = useEditorStore()
  const [phase, setPhase] = useState<'choosing' | 'declaring' | 'declared'>('choosing')
  const current = typeof value === 'string' ? value : ''
  const isUnknown = current !== '' && !flow.variables.some(({ name }) => name === current)
  if (phase === 'declaring') {
    return (
      <NewVariable
        autoFocus
        onCancel={() => setPhase('declared')}
        onAdd={(variable) => {
          store.edit({ type: 'addVariable', variable })
          setPhase('declared')
          onChange(variable.name)
        }}
      />
    )
  }
  return (
    <Select
      id={id}
      // The form that had the keyboard is gone.
      autoFocus={phase === 'declared'}
      value={current}
      aria-invalid={invalid}
      onChange={(event) => (event.target.value === newOne ? setPhase('declaring') : onChange(event.target.value))}
    >
      <option value="">{t.editor.variablePick}</option>
      {isUnknown && <option value={current}>{current}</option>}
      {flow.variables.map(({ name, type }) => (
        <option key={name} value={name}>
          {name} · {t.editor.variableTypes[type]}
        </option>
      ))}
      <option value={newOne}>{t.editor.variableNew}</option>
    </Select>
  )
}

/** Any number of variables, as a list of boxes to tick. */
export function VariablesControl({ id, flow, value, onChange }: ControlProps) {
  const t = useText()
  const chosen = new Set(Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [])
  if (flow.variables.length === 0) return <p className="text-ink-3 text-xs">{t.editor.variableNone}</p>
  return (
    <fieldset id={id} className="flex flex-wrap gap-1.5">
      {flow.variables.map(({ name }) => (
        <label
          key={name}
          className="flex h-7 cursor-pointer items-center gap-1.5 rounded-md border border-line px-2 text-xs hover:bg-hover has-checked:border-ink"
        >
          <input
            type="checkbox"
            className="accent-ink"
            checked={chosen.has(name)}
            onChange={(event) =>
              onChange(
                flow.variables
                  .map((variable) => variable.name)
                  .filter((other) => (other === name ? event.target.checked : chosen.has(other))),
              )
            }
          />
          {name}
        </label>
      ))}
    </fieldset>
  )
}
