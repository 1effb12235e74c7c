'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { typeset } from '../i18n/typeset.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Field, Input } from '../ui/field.tsx'
import { toast } from '../ui/toast.tsx'
import { CountrySelect } from './country-select.tsx'

export type FoundNumber = { key: string; number?: string }
type AddNumberProps = { country: string | undefined; mayChange: boolean; onFound: (found: FoundNumber) => void }

/** One number, as people write it: put on the list, or looked up. */
export function AddNumber({ country: own, mayChange, onFound }: AddNumberProps) {
  const t = usePageText()
  const id = useId()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [number, setNumber] = useState('')
  const [reason, setReason] = useState('')
  const [country, setCountry] = useState(own ?? '')
  const add = useMutation(
    trpc.doNotCall.add.mutationOptions({
      async onSuccess({ number: added, isNew }) {
        toast({ tone: 'good', message: isNew ? t.doNotCall.added(added) : t.doNotCall.addedBefore(added) })
        setNumber('')
        setReason('')
        await queryClient.invalidateQueries({ queryKey: trpc.doNotCall.pathKey() })
      },
    }),
  )
  const lookUp = useMutation(trpc.doNotCall.lookUp.mutationOptions({ onSuccess: onFound }))
  const input = { number, country: country || undefined }
  const failed = add.error ?? lookUp.error
  const forget = () => {
    add.reset()
    lookUp.reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    forget()
    if (mayChange) add.mutate({ ...input, reason })
    else lookUp.mutate(input)
  }
  const lookUpButton = (
    <Button
      type={mayChange ? 'button' : 'submit'}
      data-testid="look-up"
      disabled={lookUp.isPending || number.trim() === ''}
      onClick={mayChange ? () => lookUp.mutate(input) : undefined}
    >
      <Search size={14} aria-hidden />
      {t.doNotCall.lookUp}
    </Button>
  )
  return (
    <form onSubmit={submit} className="mb-5 rounded-xl border border-line bg-surface p-4 shadow-card">
      <div className="flex flex-wrap items-end gap-3">
        <Field id={`${id}-number`} label={t.doNotCall.number}>
          <Input
            id={`${id}-number`}
            data-testid="dnc-number"
            type="tel"
            autoComplete="off"
            required
            maxLength={60}
            className="w-52 tabular-nums"
            aria-invalid={failed !== null}
            aria-describedby={failed ? `${id}-error` : undefined}
            value={number}
            onChange={({ target }) => {
              setNumber(target.value)
              forget()
            }}
          />
        </Field>
        <CountrySelect id={`${id}-country`} value={country} onChange={setCountry} />
        {mayChange && (
          <Field id={`${id}-reason`} label={t.doNotCall.reason}>
            <Input
              id={`${id}-reason`}
              data-testid="dnc-reason"
              maxLength={200}
              className="w-60"
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </Field>
        )}
        {mayChange && (
          <Button look="primary" type="submit" data-testid="dnc-add" disabled={add.isPending}>
            {t.doNotCall.add}
          </Button>
        )}
        {lookUpButton}
      </div>
      {failed && (
        <p id={`${id}-error`} role="alert" className="mt-2 text-danger text-xs">
          {typeset(errorSentence(t, errorCode(failed)))}
        </p>
      )}
    </form>
  )
}
