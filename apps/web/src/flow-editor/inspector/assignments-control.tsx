'use client'

import { Plus, X } from 'lucide-react'
import { z } from 'zod'
import { useText } from '../../i18n/text-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { ExpressionInput } from '../completion/expression-input.tsx'
import type { ControlProps } from './field-types.ts'
import { VariableControl } from './variable-controls.tsx'

const assignmentList = z.array(z.object({ variable: z.string(), value: z.string() })).catch([])

/** Variables and the expressions that give their values, in order. */
export function AssignmentsControl(props: ControlProps) {
  const { id, flow, value, onChange } = props
  const t = useText()
  const assignments = assignmentList.parse(value)
  const change = (index: number, part: Partial<(typeof assignments)[number]>) =>
    onChange(assignments.map((assignment, at) => (at === index ? { ...assignment, ...part } : assignment)))
  return (
    <fieldset id={id} className="flex flex-col gap-2">
      {assignments.map((assignment, index) => {
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an assignment is its place in the order
          <div key={index} className="rounded-md border border-line p-2">
            <div className="flex gap-1">
              <div className="min-w-0 flex-1">
                <label htmlFor={`${id}-${index}`} className="sr-only">
                  {t.editor.variablePick}
                </label>
                <VariableControl
                  {...props}
                  id={`${id}-${index}`}
                  value={assignment.variable}
                  invalid={false}
                  onChange={(name) => change(index, { variable: String(name) })}
                />
              </div>
              <Button
                look="ghost"
                size="icon"
                aria-label={t.editor.remove(assignment.variable)}
                onClick={() => onChange(assignments.filter((_, at) => at !== index))}
              >
                <X size={14} />
              </Button>
            </div>
            <div className="mt-1">
              <ExpressionInput
                aria-label={t.editor.assignmentValue}
                placeholder={t.editor.assignmentValue}
                flow={flow}
                value={assignment.value}
                onChange={(value) => change(index, { value })}
              />
            </div>
          </div>
        )
      })}
      <Button size="small" className="self-start" onClick={() => onChange([...assignments, { variable: '', value: '' }])}>
        <Plus size={13} aria-hidden />
        {t.editor.assignmentAdd}
      </Button>
    </fieldset>
  )
}
