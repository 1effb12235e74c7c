'use client'

import type { CallState } from '@parley/flow-runtime'
import type { InputStep } from '@parley/flow-runtime/scenarios'
import { useState } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Input } from '../ui/field.tsx'
import { InterruptedSpeech } from './interrupted-speech.tsx'
import { MoreSteps } from './more-steps.tsx'
import type { TextTurn } from './text-turns.ts'

type ComposerProps = { state: CallState; turns: readonly TextTurn[]; disabled: boolean; onStep: (step: InputStep) => void }

/** What the caller does next: words, keys, silence, an interruption, the end. */
export function Composer({ state, turns, disabled, onStep }: ComposerProps) {
  const t = useText()
  const [mode, setMode] = useState<'words' | 'keys' | 'interrupt'>('words')
  const [text, setText] = useState('')
  const listens = state.awaiting.some(({ type }) => type === 'listen')
  const takesKeys = state.awaiting.some((effect) => effect.type === 'listen' && effect.keys !== undefined)
  const speech = turns
    .at(-1)
    ?.lines.filter((line) => line.kind === 'agent')
    .findLast(({ interruptible }) => interruptible)
  const words = speech?.text.split(/\s+/) ?? []
  const [heard, setHeard] = useState<number>()
  const heardWords = words.slice(0, heard ?? Math.ceil(words.length / 2)).join(' ')

  /** The field empties at once, so that the next words can be typed while the agent answers. */
  const take = (step: InputStep | undefined) => {
    if (!step) return
    setText('')
    setMode('words')
    setHeard(undefined)
    onStep(step)
  }
  const typed = (): InputStep | undefined => {
    const said = text.trim()
    if (mode === 'keys') return /^[0-9*#]+$/.test(said) ? { keys: said } : undefined
    if (mode === 'interrupt' && speech) {
      const cut = { interrupt: heardWords, during: speech.nodeId }
      return said === '' ? cut : { contact: said, ...cut }
    }
    return said === '' ? undefined : { contact: said }
  }
  const toggle = (other: typeof mode) => setMode((before) => (before === other ? 'words' : other))
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5">
      {mode === 'interrupt' && <InterruptedSpeech words={words} heard={heard ?? Math.ceil(words.length / 2)} onChange={setHeard} />}
      <form
        className="flex min-w-52 flex-1 items-center gap-1.5"
        onSubmit={(event) => {
          event.preventDefault()
          if (!disabled && listens) take(typed())
        }}
      >
        <Input
          autoFocus
          data-autofocus
          data-testid="text-input"
          aria-label={mode === 'keys' ? t.textCall.keysPlaceholder : t.textCall.placeholder}
          placeholder={mode === 'keys' ? t.textCall.keysPlaceholder : t.textCall.placeholder}
          inputMode={mode === 'keys' ? 'tel' : undefined}
          aria-invalid={mode === 'keys' && text !== '' && !/^[0-9*#]+$/.test(text.trim())}
          maxLength={1_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" look="primary" data-testid="text-say" disabled={disabled || !listens}>
          {mode === 'keys' ? t.textCall.press : t.textCall.say}
        </Button>
      </form>
      <Button size="small" aria-pressed={mode === 'keys'} look="ghost" disabled={!takesKeys} onClick={() => toggle('keys')}>
        {t.textCall.keys}
      </Button>
      <Button
        size="small"
        look="ghost"
        data-testid="text-interrupt"
        aria-pressed={mode === 'interrupt'}
        disabled={!speech}
        onClick={() => toggle('interrupt')}
      >
        {t.textCall.interrupt}
      </Button>
      <Button size="small" look="ghost" data-testid="text-silence" disabled={disabled || !listens} onClick={() => take({ silence: true })}>
        {t.textCall.silence}
      </Button>
      <Button size="small" look="ghost" data-testid="text-hang-up" disabled={disabled} onClick={() => take({ hangUp: true })}>
        {t.textCall.hangUp}
      </Button>
      <MoreSteps turns={turns} tasks={state.tasks} disabled={disabled} onStep={take} />
    </div>
  )
}
