'use client'

import type { FieldWidget } from '@parley/flow-runtime'
import type { ComponentType } from 'react'
import { AssignmentsControl } from './assignments-control.tsx'
import { ConditionsControl } from './conditions-control.tsx'
import type { ControlProps } from './field-types.ts'
import { GroupControl } from './group-control.tsx'
import { IntentsControl } from './intents-control.tsx'
import { LocalizedTextControl } from './localized-text-control.tsx'
import { ResultControl } from './result-control.tsx'
import { RowsControl } from './rows-control.tsx'
import { ServiceControl } from './service-control.tsx'
import { ChoiceControl, ExpressionControl, NumberControl, TextAreaControl, TextControl, ToggleControl } from './simple-controls.tsx'
import { SubflowControl } from './subflow-control.tsx'
import { VariableControl, VariablesControl } from './variable-controls.tsx'

const controls: Record<FieldWidget, ComponentType<ControlProps>> = {
  text: TextControl,
  phone: TextControl,
  expression: ExpressionControl,
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
  rows: RowsControl,
  group: GroupControl,
  subflow: SubflowControl,
  result: ResultControl,
}

/** The control a setting's hint asks for. */
export function FieldControl(props: ControlProps) {
  const Control = controls[props.hint.widget ?? 'text']
  return <Control {...props} />
}
