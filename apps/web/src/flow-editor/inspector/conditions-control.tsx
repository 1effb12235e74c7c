'use client'

import { Plus, X } from 'lucide-react'
import { z } from 'zod'
import { useText } from '../../i18n/text-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { Input } from '../../ui/field.tsx'
import { ExpressionInput } from '../completion/expression-input.tsx'
import type { ControlProps } from './field-types.ts'

const conditionList = z.array(z.object({ name: z.string(), when: z.string() })).catch([])

/** Named conditions in order; each name is a way out of the node. */
export function ConditionsControl({ id, flow, value, onChange }: ControlProps) {
  const t = useText()
  const conditions = conditionList.parse(value)
  const change = (index: number, part: Partial<(typeof conditions)[number]>) => {
    const before = conditions[index]
    const next = conditions.map((condition, at) => (at === index ? { ...condition, ...part } : condition))
    onChange(next, before && part.name !== undefined ? { [before.name]: part.name } : undefined)
  }
  return (
    <fieldset id={id} className="flex flex-col gap-2">
      {conditions.map((condition, index) => {
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition is its place in the order
          <div key={index} className="rounded-md border border-line p-2">
            <div className="flex gap-1">
              <Input
                aria-label={t.editor.conditionName}
                placeholder={t.editor.conditionName}
                value={condition.name}
                onChange={(event) => change(index, { name: event.target.value })}
              />
              <Button
                look="ghost"
                size="icon"
                aria-label={t.editor.remove(condition.name)}
                onClick={() => onChange(conditions.filter((_, at) => at !== index))}
              >
                <X size={14} />
              </Button>
            </div>
            <div className="mt-1">
              <ExpressionInput
                aria-label={t.editor.conditionWhen}
                placeholder={t.editor.conditionExpression}
                flow={flow}
                value={condition.when}
                onChange={(when) => change(index, { when })}
              />
            </div>
          </div>
        )
      })}
      <Button
        size="small"
        className="self-start"
        onClick={() => onChange([...conditions, { name: t.editor.conditionNew(conditions.length + 1), when: '' }])}
      >
        <Plus size={13} aria-hidden />
        {t.editor.conditionAdd}
      </Button>
    </fieldset>
  )
}
