'use client'

import { Phone } from 'lucide-react'
import { useText } from '../i18n/text-provider.tsx'
import { typeset } from '../i18n/typeset.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { StepList } from './step-list.tsx'
import { firstOpenStep, isStepDone, steps } from './steps.ts'
import { useFirstRun } from './use-first-run.ts'

/** The guided path from outside: its steps, and the one button that goes on. `whenLeft`: put away, it is one line. */
export function FirstRunPanel({ whenLeft = false }: { whenLeft?: boolean }) {
  const t = useText()
  const { run, note, begin, isBeginning } = useFirstRun()
  if (!run || run.published) return null
  const current = firstOpenStep(run)
  if (run.left) {
    if (!whenLeft) return null
    return (
      <p data-testid="first-run-left" className="mb-4 flex flex-wrap items-center gap-3 text-ink-2">
        {typeset(t.firstRun.leftAt(steps.filter((step) => isStepDone(step, run)).length))}
        <Button size="small" data-testid="first-run-take-up" disabled={isBeginning} onClick={() => void begin()}>
          {t.firstRun.takeUp}
        </Button>
      </p>
    )
  }
  const isFresh = current === 'hear'
  return (
    <div data-testid="first-run" className="mb-5">
      <Panel title={t.firstRun.title} hint={t.firstRun.lead}>
        <StepList progress={run} current={current} t={t} />
        <div className="mt-5 flex flex-wrap items-center gap-2">
          <Button
            look="primary"
            size="large"
            data-testid="first-run-begin"
            disabled={isBeginning}
            onClick={() => void begin(isFresh ? 'voice' : undefined)}
          >
            {isFresh && <Phone size={15} aria-hidden />}
            {typeset(isFresh || !current ? t.firstRun.begin : t.firstRun.goOn(t.firstRun.steps[current].title))}
          </Button>
          {isFresh && (
            <Button size="large" data-testid="first-run-text" disabled={isBeginning} onClick={() => void begin('text')}>
              {typeset(t.firstRun.inWriting)}
            </Button>
          )}
          <Button look="ghost" size="large" data-testid="first-run-later" onClick={() => note('left')}>
            {t.firstRun.notNow}
          </Button>
        </div>
      </Panel>
    </div>
  )
}
