'use client'

import { ArrowRight, MessageSquareText, Phone } from 'lucide-react'
import { useText } from '../i18n/text-provider.tsx'
import { typeset } from '../i18n/typeset.ts'
import { isRunning } from '../test-call/call-phase.ts'
import { Button } from '../ui/button.tsx'
import { hearWords } from './hear-words.ts'
import type { Guide } from './use-guide.ts'

/** "Hear it work": starts the call, says what to do in it, and what to do without a microphone. */
export function HearStep({ guide, onSkip }: { guide: Guide; onSkip: () => void }) {
  const t = useText()
  const { run, wish, phase, test, choose } = guide
  const isWriting = wish?.kind === 'text'
  const isFailed = phase.name === 'failed'
  const isSpeaking = phase.name === 'inCall' || isWriting
  const isFree = !isRunning(phase)
  const wasCalled = phase.name === 'ended' || isFailed
  return (
    <>
      <p role="status" data-testid="guide-words" className="text-ink-2 text-xs leading-relaxed">
        {typeset(hearWords(t, phase, isWriting))}
      </p>
      {isSpeaking && (
        <ul className="flex flex-col gap-1 border-listen border-l-2 pl-2.5">
          {t.firstRun.hear.trySaying.map((words) => (
            <li key={words} className="text-listen">
              {typeset(words)}
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        {run?.heard && (
          <Button look="primary" size="small" data-testid="guide-next" onClick={() => choose('adapt')}>
            {typeset(t.firstRun.next)}
            <ArrowRight size={13} aria-hidden />
          </Button>
        )}
        {isFree && (
          <Button look={run?.heard ? 'plain' : 'go'} size="small" data-testid="guide-call" onClick={() => test('voice')}>
            <Phone size={13} aria-hidden />
            {wasCalled ? t.firstRun.hear.again : t.firstRun.hear.start}
          </Button>
        )}
        {isFree && !isWriting && (
          <Button look={isFailed ? 'primary' : 'plain'} size="small" data-testid="guide-text" onClick={() => test('text')}>
            <MessageSquareText size={13} aria-hidden />
            {t.firstRun.hear.inWriting}
          </Button>
        )}
        {!run?.heard && (
          <Button look="ghost" size="small" onClick={onSkip}>
            {t.firstRun.skip}
          </Button>
        )}
      </div>
    </>
  )
}
