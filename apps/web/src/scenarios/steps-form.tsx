'use client'

import { ArrowUp, X } from 'lucide-react'
import { nodeTitle } from '../flow-editor/node-words.ts'
import { useFlow } from '../flow-editor/state/use-editor.tsx'
import { useLocale, useText } from '../i18n/text-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Input, Select } from '../ui/field.tsx'
import { newStepRow, type StepRow, stepOfRow, stepRowKinds, withoutText } from './step-row.ts'

/** The steps of a scenario, one line each: what the caller does and what is expected of the agent. */
export function StepsForm({ rows, onChange }: { rows: readonly StepRow[]; onChange: (rows: StepRow[]) => void }) {
  const t = useText()
  const locale = useLocale()
  const flow = useFlow()
  const change = (key: number, text: string) => onChange(rows.map((row) => (row.key === key ? { ...row, text } : row)))
  const moveUp = (index: number) => {
    const moved = rows[index]
    if (moved) onChange([...rows.slice(0, index - 1), moved, ...rows.slice(index - 1, index), ...rows.slice(index + 1)])
  }
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 font-medium text-ink-2 text-xs">{t.scenarios.steps}</legend>
      <ol className="flex flex-col gap-1.5">
        {rows.map((row, index) => {
          const isWrong = stepOfRow(row) === undefined
          const label = t.scenarios.kinds[row.kind]
          return (
            <li key={row.key} data-testid="step-row" className="grid grid-cols-[130px_1fr_auto_auto] items-center gap-1.5">
              <span className="text-ink-2 text-xs">
                {index + 1}. {label}
              </span>
              {withoutText.has(row.kind) ? (
                <span />
              ) : row.kind === 'node' ? (
                <Select
                  aria-label={label}
                  aria-invalid={isWrong}
                  value={row.text}
                  onChange={(event) => change(row.key, event.target.value)}
                >
                  {!flow.nodes.some(({ id }) => id === row.text) && <option value={row.text}>{row.text}</option>}
                  {flow.nodes.map((node) => (
                    <option key={node.id} value={node.id}>
                      {nodeTitle(node, locale)} ({node.id})
                    </option>
                  ))}
                </Select>
              ) : (
                <Input
                  aria-label={label}
                  aria-invalid={isWrong}
                  title={isWrong ? t.scenarios.wrongStep : undefined}
                  className={row.kind === 'other' ? 'font-mono text-xs' : undefined}
                  value={row.text}
                  onChange={(event) => change(row.key, event.target.value)}
                />
              )}
              <Button look="ghost" size="tiny" aria-label={t.scenarios.up(index + 1)} disabled={index === 0} onClick={() => moveUp(index)}>
                <ArrowUp size={13} aria-hidden />
              </Button>
              <Button
                look="ghost"
                size="tiny"
                aria-label={t.scenarios.removeStep(index + 1)}
                onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
              >
                <X size={13} aria-hidden />
              </Button>
            </li>
          )
        })}
      </ol>
      <Select
        aria-label={t.scenarios.addStep}
        className="w-auto self-start"
        value=""
        onChange={(event) => {
          const kind = stepRowKinds.find((one) => one === event.target.value)
          if (kind) onChange([...rows, newStepRow(kind, Math.max(0, ...rows.map(({ key }) => key)) + 1)])
        }}
      >
        <option value="">{t.scenarios.addStep}</option>
        {stepRowKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t.scenarios.kinds[kind]}
          </option>
        ))}
      </Select>
    </fieldset>
  )
}
