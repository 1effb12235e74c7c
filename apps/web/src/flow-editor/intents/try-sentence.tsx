'use client'

import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { typeset } from '../../i18n/typeset.ts'
import { errorCode, errorSentence } from '../../trpc/error-code.ts'
import { useTRPC } from '../../trpc/trpc-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { Input } from '../../ui/field.tsx'
import { useEditor, useFlow } from '../state/use-editor.tsx'

/** What a call would understand of a sentence, with the intents as they stand in the draft. */
export function TrySentence() {
  const t = useText()
  const locale = useLocale()
  const id = useId()
  const flow = useFlow()
  const language = useEditor((state) => state.language)
  const [text, setText] = useState('')
  const asked = useMutation(useTRPC().intents.understand.mutationOptions())
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const ask = () => {
    if (text.trim() === '') return
    const intents = flow.intents.map(({ name, description, samples }) => ({ name, description, samples: samples[language] ?? [] }))
    asked.mutate({ language, text, intents })
  }
  return (
    <form
      className="mt-4 flex flex-col gap-1 border-line border-t pt-3"
      data-testid="try-sentence"
      onSubmit={(event) => {
        event.preventDefault()
        ask()
      }}
    >
      <label htmlFor={id} className="font-medium text-ink-2 text-xs">
        {t.forms.tryLabel}
      </label>
      <div className="flex gap-1.5">
        <Input
          id={id}
          lang={language}
          maxLength={500}
          placeholder={t.forms.tryPlaceholder}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            asked.reset()
          }}
        />
        <Button type="submit" disabled={asked.isPending || text.trim() === ''}>
          {t.forms.tryAsk}
        </Button>
      </div>
      <p role="status" className="text-xs" data-testid="understood">
        {asked.data &&
          typeset(
            asked.data.intent === null
              ? t.forms.tryNone(percent.format(asked.data.confidence))
              : t.forms.tryHeard(asked.data.intent, percent.format(asked.data.confidence)),
          )}{' '}
        {asked.data?.closestSample && typeset(t.forms.tryClosest(asked.data.closestSample))}
      </p>
      {asked.isError && (
        <p role="alert" className="text-danger text-xs">
          {errorSentence(t, errorCode(asked.error))}
        </p>
      )}
    </form>
  )
}
