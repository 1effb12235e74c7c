import { Check } from 'lucide-react'
import type { SharedCatalogue } from '../i18n/en-shared.ts'
import { typeset } from '../i18n/typeset.ts'
import { cn } from '../lib/cn.ts'
import { isStepDone, type Progress, type Step, steps } from './steps.ts'

type StepMarkProps = { step: Step; progress: Progress; isCurrent: boolean; t: SharedCatalogue }

/** The number of a step, or that it is done. */
export function StepMark({ step, progress, isCurrent, t }: StepMarkProps) {
  const isDone = isStepDone(step, progress)
  return (
    <span
      className={cn(
        'grid size-6 shrink-0 place-items-center rounded-full border font-semibold text-xs tabular-nums',
        isDone ? 'border-do bg-do-soft text-do' : isCurrent ? 'border-ink bg-ink text-on-ink' : 'border-line-strong text-ink-2',
      )}
    >
      {isDone ? <Check size={13} aria-label={t.firstRun.done} /> : steps.indexOf(step) + 1}
    </span>
  )
}

/** The three steps in a row, with what each is for. */
export function StepList({ progress, current, t }: { progress: Progress; current: Step | undefined; t: SharedCatalogue }) {
  return (
    <ol className="grid gap-4 sm:grid-cols-3">
      {steps.map((step) => (
        <li key={step} aria-current={step === current ? 'step' : undefined} className="flex gap-2.5">
          <StepMark step={step} progress={progress} isCurrent={step === current} t={t} />
          <div className="min-w-0 pt-0.5">
            <p className={cn('font-medium', step !== current && 'text-ink-2')}>{t.firstRun.steps[step].title}</p>
            <p className="text-ink-3 text-xs leading-snug">{typeset(t.firstRun.steps[step].hint)}</p>
          </div>
        </li>
      ))}
    </ol>
  )
}
