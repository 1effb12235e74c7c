'use client'

import { useMutation } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { usePageText } from '../i18n/use-page-text.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Field, Input } from '../ui/field.tsx'

/** Finds the lead of a number. The whole number is needed: stored ones cannot be searched by parts. */
export function FindLead({ campaignId, onFound }: { campaignId: string; onFound: (leadId: string) => void }) {
  const t = usePageText()
  const id = useId()
  const [number, setNumber] = useState('')
  const find = useMutation(
    useTRPC().campaignPage.findLead.mutationOptions({ onSuccess: (answer) => answer.found === 'lead' && onFound(answer.leadId) }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    find.mutate({ campaignId, number })
  }
  const answer = find.data?.found
  const error = find.error
    ? errorSentence(t, errorCode(find.error))
    : answer === 'nobody'
      ? t.campaignPage.numberNotHere
      : answer === 'noNumber'
        ? t.errors.NUMBER_UNREADABLE
        : undefined
  return (
    <form onSubmit={submit}>
      <Field id={id} label={t.campaignPage.findNumber} error={error}>
        <div className="flex gap-1">
          <Input
            id={id}
            type="tel"
            autoComplete="off"
            required
            maxLength={60}
            className="w-48 tabular-nums"
            data-testid="find-lead"
            aria-invalid={error !== undefined}
            value={number}
            onChange={({ target }) => {
              setNumber(target.value)
              find.reset()
            }}
          />
          <Button type="submit" size="icon" aria-label={t.campaignPage.find} disabled={find.isPending}>
            <Search size={14} aria-hidden />
          </Button>
        </div>
      </Field>
    </form>
  )
}
