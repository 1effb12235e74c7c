'use client'

import { type FlowNode, nodeTypes, type Problem } from '@parley/flow-runtime'
import { type ComponentType, useId, useState } from 'react'
import { useLocale } from '../../i18n/text-provider.tsx'
import { cn } from '../../lib/cn.ts'
import { changeNode } from '../node-edits.ts'
import { editorOf } from '../node-words.ts'
import { useEditorStore, useFlow } from '../state/use-editor.tsx'
import { AssignmentsControl } from './assignments-control.tsx'
import { ConditionsControl } from './conditions-control.tsx'
import type { ControlProps } from './field-types.ts'
import { IntentsControl } from './intents-control.tsx'
import { LocalizedTextControl } from './localized-text-control.tsx'
import { ServiceControl } from './service-control.tsx'
import { ChoiceControl, NumberControl, TextAreaControl, TextControl, ToggleControl } from './simple-controls.tsx'
import { VariableControl, VariablesControl } from './variable-controls.tsx'

const controls: Record<string, ComponentType<ControlProps>> = {
  text: TextControl,
  phone: TextControl,
  expression: TextControl,
  textarea: TextAreaControl,
  localizedText: LocalizedTextControl,
  variable: VariableControl,
  variables: VariablesControl,
  intents: IntentsControl,
  choice: ChoiceControl,
  number: NumberControl,
  toggle: ToggleControl,
  service: ServiceControl,
  assignments: AssignmentsControl,
  conditions: ConditionsControl,
}

/** One setting: label, control, and what is wrong with it as it stands or as it was just typed. */
export function NodeField({ node, field, problems }: { node: FlowNode; field: string; problems: readonly Problem[] }) {
  const id = useId()
  const locale = useLocale()
  const store = useEditorStore()
  const flow = useFlow()
  const [refused, setRefused] = useState<string>()
  const hint = editorOf(node.type).fields[field]
  if (!hint) return null

  const data: Readonly<Record<string, unknown>> = node.data
  const Control = controls[hint.widget ?? 'text'] ?? TextControl
  const error = refused ?? problems[0]?.message
  const isWarning = refused === undefined && problems[0]?.severity === 'warning'

  const onChange: ControlProps['onChange'] = (value, renamed) => {
    const shape: Readonly<
      Record<
        string,
        { safeParse: (value: unknown) => { success: boolean; error?: { issues: readonly { message: string }[] } } } | undefined
      >
    > = nodeTypes[node.type].config.shape
    const parsed = shape[field]?.safeParse(value)
    if (parsed && !parsed.success) return setRefused(parsed.error?.issues[0]?.message)
    setRefused(undefined)
    store.edit(changeNode(flow, node, { [field]: value }, renamed), { key: `${node.id}.${field}`, label: 'updateNode' })
  }

  const inline = hint.widget === 'toggle'
  const control = (
    <Control
      id={id}
      node={node}
      flow={flow}
      field={field}
      value={data[field]}
      invalid={error !== undefined && !isWarning}
      required={hint.required ?? false}
      onChange={onChange}
      options={hint.options}
    />
  )
  return (
    <div data-testid={`field-${field}`} className="flex flex-col gap-1">
      <div className={cn('flex flex-col gap-1', inline && 'flex-row items-center justify-between gap-3')}>
        <label htmlFor={id} className="font-medium text-ink-2 text-xs">
          {hint.label[locale]}
        </label>
        {control}
      </div>
      {error !== undefined ? (
        <p role="alert" className={cn('text-xs', isWarning ? 'text-call' : 'text-danger')}>
          {error}
        </p>
      ) : (
        hint.help && <p className="text-ink-3 text-xs">{hint.help[locale]}</p>
      )}
    </div>
  )
}
