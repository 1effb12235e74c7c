'use client'

import type { Json } from '@parley/flow-runtime'
import type { InputStep } from '@parley/flow-runtime/scenarios'
import { useId, useState } from 'react'
import { z } from 'zod'
import { useText } from '../i18n/text-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Input } from '../ui/field.tsx'
import { ModelAnswer } from './model-answer.tsx'
import type { Asked } from './text-tab.tsx'
import { toolChoices, transferChoices } from './tool-choices.ts'

type AnswerChoicesProps = { asked: Asked; startedAt: number; disabled: boolean; onAnswer: (step: InputStep) => void }

/** What the world can answer to what the flow asks, as buttons; the first has the focus. */
export function AnswerChoices({ asked, startedAt, disabled, onAnswer }: AnswerChoicesProps) {
  const t = useText()
  const id = useId()
  if (asked.type === 'generate') return <ModelAnswer exits={asked.request.exits} disabled={disabled} onAnswer={onAnswer} />
  const choices = asked.type === 'callTool' ? toolChoices(asked, startedAt) : transferChoices
  const question = asked.type === 'callTool' ? t.textCall.whatAnswers(asked.tool) : t.textCall.whatTransfer(asked.to)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be one line of a flex row
    <div role="group" aria-labelledby={id} data-testid="answer-choices" className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5">
      <span id={id} className="mr-1 font-medium text-do text-xs">
        {question}
      </span>
      {choices.map(({ name, step }, index) => (
        <Button
          key={name}
          size="small"
          autoFocus={index === 0}
          data-testid={`answer-${name}`}
          disabled={disabled}
          onClick={() => onAnswer(step)}
        >
          {t.textCall.choices[name]}
        </Button>
      ))}
      {asked.type === 'callTool' && (
        <JsonAnswer disabled={disabled} onAnswer={(result) => onAnswer({ tool: asked.tool, result: JSON.parse(JSON.stringify(result)) })} />
      )}
    </div>
  )
}

const json = z.string().transform((text, context): Json => {
  try {
    return z.json().parse(JSON.parse(text))
  } catch {
    context.addIssue('no JSON')
    return z.NEVER
  }
})

/** Any other answer, as JSON. */
function JsonAnswer({ disabled, onAnswer }: { disabled: boolean; onAnswer: (result: Json) => void }) {
  const t = useText()
  const [text, setText] = useState('')
  const read = json.safeParse(text)
  return (
    <form
      className="flex items-center gap-1.5"
      onSubmit={(event) => {
        event.preventDefault()
        if (read.success) onAnswer(read.data)
      }}
    >
      <Input
        aria-label={t.textCall.json}
        placeholder={t.textCall.json}
        className="h-7 w-40 font-mono text-xs"
        value={text}
        aria-invalid={text !== '' && !read.success}
        title={text !== '' && !read.success ? t.textCall.jsonWrong : undefined}
        onChange={(event) => setText(event.target.value)}
      />
      {read.success && (
        <Button type="submit" size="small" disabled={disabled}>
          {t.textCall.jsonAnswer}
        </Button>
      )}
    </form>
  )
}
