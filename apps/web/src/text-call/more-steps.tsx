'use client'

import type { CallState } from '@parley/flow-runtime'
import type { InputStep } from '@parley/flow-runtime/scenarios'
import { useText } from '../i18n/text-provider.tsx'
import { Select } from '../ui/field.tsx'
import type { TextTurn } from './text-turns.ts'

type MoreStepsProps = { turns: readonly TextTurn[]; tasks: CallState['tasks']; disabled: boolean; onStep: (step: InputStep) => void }

/** What happens seldom: a machine, the end of the time, a failure, the end of a background task. */
export function MoreSteps({ turns, tasks, disabled, onStep }: MoreStepsProps) {
  const t = useText()
  const started = turns.flatMap(({ lines }) =>
    lines.flatMap((line) => (line.kind === 'effect' && line.effect.type === 'startTask' ? [line.effect] : [])),
  )
  const running = started.filter(({ id }) => tasks[id]?.status === 'running').map(({ task }) => task)
  const steps: { label: string; step: InputStep }[] = [
    ...[...new Set(running)].flatMap((task) => [
      { label: t.textCall.taskDone(task), step: { task, result: {} } },
      { label: t.textCall.taskFailed(task), step: { task, error: true as const } },
    ]),
    { label: t.textCall.events.machine, step: { machine: true } },
    { label: t.textCall.events.timeUp, step: { timeUp: true } },
    { label: t.textCall.events.recognition, step: { providerFails: 'recognition' } },
    { label: t.textCall.events.synthesis, step: { providerFails: 'synthesis' } },
  ]
  return (
    <Select
      aria-label={t.textCall.more}
      className="h-7 w-auto max-w-36 text-xs"
      value=""
      disabled={disabled}
      onChange={(event) => {
        const chosen = steps[Number(event.target.value)]
        if (event.target.value !== '' && chosen) onStep(chosen.step)
      }}
    >
      <option value="">{t.textCall.more}</option>
      {steps.map(({ label }, index) => (
        <option key={label} value={index}>
          {label}
        </option>
      ))}
    </Select>
  )
}
