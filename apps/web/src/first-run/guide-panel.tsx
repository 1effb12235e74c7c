'use client'

import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { typeset } from '../i18n/typeset.ts'
import { cn } from '../lib/cn.ts'
import { Button } from '../ui/button.tsx'
import { FinishedStep } from './finished-step.tsx'
import { HearStep } from './hear-step.tsx'
import { MakeItYours } from './make-it-yours.tsx'
import { PublishStep } from './publish-step.tsx'
import { StepMark } from './step-list.tsx'
import { noteOf, type Step, steps } from './steps.ts'
import { useAdapt } from './use-adapt.ts'
import type { Guide } from './use-guide.ts'

/** The guided path beside the canvas: its three steps, the current one open. */
export function GuidePanel({ flowId, guide, onPublish }: { flowId: string; guide: Guide; onPublish: () => void }) {
  const t = useText()
  const { run, step, choose, note } = guide
  const adapting = useAdapt(flowId, (done) => note('adapted', done))
  const isFinished = run?.published || step === undefined
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(step)
  useEffect(() => {
    // What was pressed to come here is gone.
    if (shown.current !== step) heading.current?.focus()
    shown.current = step
  }, [step])
  if (!run) return null

  const skip = (done: Step) => {
    note(noteOf(done))
    choose(steps[steps.indexOf(done) + 1])
  }
  return (
    <aside
      aria-label={t.firstRun.title}
      data-testid="guide"
      className="flex w-[320px] shrink-0 flex-col overflow-y-auto border-line border-l bg-surface"
    >
      <header className="flex items-center justify-between gap-2 border-line border-b py-2 pr-2 pl-4">
        <h2 className="font-semibold">{t.firstRun.title}</h2>
        <Button
          look="ghost"
          size="tiny"
          aria-label={t.firstRun.putAway}
          title={`${t.firstRun.putAway}. ${t.firstRun.putAwayHint}`}
          data-testid="guide-close"
          onClick={() => note('left')}
        >
          <X size={14} aria-hidden />
        </Button>
      </header>
      {isFinished ? (
        <FinishedStep guide={guide} />
      ) : (
        <ol className="flex flex-col gap-4 p-4">
          {steps.map((one) => {
            const isCurrent = one === step
            return (
              <li key={one} aria-current={isCurrent ? 'step' : undefined} data-testid={`guide-${one}`}>
                <div className="flex items-center gap-2.5">
                  <StepMark step={one} progress={run} isCurrent={isCurrent} t={t} />
                  <h3 ref={isCurrent ? heading : undefined} tabIndex={-1} className={cn('font-medium', !isCurrent && 'text-ink-2')}>
                    {isCurrent ? (
                      t.firstRun.steps[one].title
                    ) : (
                      <button type="button" className="rounded hover:underline" onClick={() => choose(one)}>
                        {t.firstRun.steps[one].title}
                      </button>
                    )}
                  </h3>
                </div>
                {isCurrent ? (
                  <div className="mt-2 flex flex-col gap-3 pl-8.5">
                    {one === 'hear' && <HearStep guide={guide} onSkip={() => skip('hear')} />}
                    {one === 'adapt' && <MakeItYours adapting={adapting} onNext={() => choose('publish')} onSkip={() => skip('adapt')} />}
                    {one === 'publish' && <PublishStep onPublish={onPublish} />}
                  </div>
                ) : (
                  <p className="pl-8.5 text-ink-3 text-xs">{typeset(t.firstRun.steps[one].hint)}</p>
                )}
              </li>
            )
          })}
        </ol>
      )}
    </aside>
  )
}
