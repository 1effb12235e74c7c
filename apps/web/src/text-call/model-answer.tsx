'use client'

import type { InputStep } from '@parley/flow-runtime/scenarios'
import { useState } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Input, Select } from '../ui/field.tsx'

type ModelAnswerProps = { exits: readonly { name: string }[]; disabled: boolean; onAnswer: (step: InputStep) => void }

/** What a language model would propose: words, and perhaps a way out. */
export function ModelAnswer({ exits, disabled, onAnswer }: ModelAnswerProps) {
  const t = useText()
  const [text, setText] = useState('')
  const [exit, setExit] = useState('')
  const answer = (failure?: string) => {
    const generated = { text: failure ? '' : text, exit: failure || exit === '' ? null : exit, tool: null, values: {} }
    onAnswer({ generated: failure ? { ...generated, failure } : generated })
  }
  return (
    <form
      data-testid="answer-choices"
      className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5"
      onSubmit={(event) => {
        event.preventDefault()
        answer()
      }}
    >
      <span className="mr-1 font-medium text-do text-xs">{t.textCall.whatModel}</span>
      <Input
        autoFocus
        data-testid="model-words"
        aria-label={t.textCall.modelWords}
        placeholder={t.textCall.modelWords}
        className="h-7 min-w-40 flex-1"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {exits.length > 0 && (
        <Select
          aria-label={t.textCall.modelExit('…')}
          className="h-7 w-auto"
          value={exit}
          onChange={(event) => setExit(event.target.value)}
        >
          <option value="">–</option>
          {exits.map(({ name }) => (
            <option key={name} value={name}>
              {t.textCall.modelExit(name)}
            </option>
          ))}
        </Select>
      )}
      <Button type="submit" size="small" disabled={disabled || (text.trim() === '' && exit === '')}>
        {t.textCall.modelSays}
      </Button>
      <Button size="small" disabled={disabled} onClick={() => answer('MODEL_UNAVAILABLE')}>
        {t.textCall.choices.modelFails}
      </Button>
    </form>
  )
}
