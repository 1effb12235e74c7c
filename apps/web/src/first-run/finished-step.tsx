'use client'

import { CircleCheck, Phone } from 'lucide-react'
import { useText } from '../i18n/text-provider.tsx'
import { typeset } from '../i18n/typeset.ts'
import { isRunning } from '../test-call/call-phase.ts'
import { Button } from '../ui/button.tsx'
import type { Guide } from './use-guide.ts'

/** The end of the path: the own words can be heard. */
export function FinishedStep({ guide: { phase, test, note } }: { guide: Guide }) {
  const t = useText()
  return (
    <div data-testid="guide-finished" className="flex flex-col gap-3 p-4">
      <h3 className="flex items-center gap-2 font-medium">
        <CircleCheck size={16} className="shrink-0 text-do" aria-hidden />
        {t.firstRun.finished.title}
      </h3>
      <p className="text-ink-2 text-xs leading-relaxed">{typeset(t.firstRun.finished.text)}</p>
      <div className="flex flex-wrap gap-2">
        <Button look="go" size="small" data-testid="guide-call" disabled={isRunning(phase)} onClick={() => test('voice')}>
          <Phone size={13} aria-hidden />
          {t.firstRun.finished.call}
        </Button>
        <Button size="small" data-testid="guide-finish" onClick={() => note('left')}>
          {t.firstRun.finished.close}
        </Button>
      </div>
    </div>
  )
}
