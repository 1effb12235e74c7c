'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { typeset } from '../i18n/typeset.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, Input, TextArea } from '../ui/field.tsx'
import { CountrySelect } from './country-select.tsx'
import { mostRows, numberRows } from './number-rows.ts'

type ImportNumbersProps = { country: string | undefined; open: boolean; onClose: () => void }

/** Many numbers at once, pasted or from a file; says which rows were none. */
export function ImportNumbers({ country: own, open, onClose }: ImportNumbersProps) {
  const t = usePageText()
  const id = useId()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [text, setText] = useState('')
  const [reason, setReason] = useState('')
  const [country, setCountry] = useState(own ?? '')
  const rows = numberRows(text)
  const add = useMutation(
    trpc.doNotCall.addMany.mutationOptions({ onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.doNotCall.pathKey() }) }),
  )
  const isTooMuch = rows.length > mostRows
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (rows.length > 0 && !isTooMuch) add.mutate({ rows, country: country || undefined, reason })
  }
  const change = (next: string) => {
    setText(next)
    add.reset()
  }
  const done = add.data
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t.doNotCall.importTitle}
      testId="import-numbers"
      className="w-[640px]"
      footer={
        <>
          <Button onClick={onClose}>{done ? t.common.close : t.common.cancel}</Button>
          {!done && (
            <Button
              look="primary"
              type="submit"
              form={`${id}-form`}
              data-testid="import-confirm"
              disabled={add.isPending || rows.length === 0 || isTooMuch}
            >
              {t.doNotCall.importCount(rows.length)}
            </Button>
          )}
        </>
      }
    >
      <form id={`${id}-form`} onSubmit={submit} className="flex flex-col gap-4">
        <Field
          id={`${id}-text`}
          label={t.doNotCall.importLabel}
          help={t.doNotCall.importHelp}
          error={isTooMuch ? t.doNotCall.importTooMuch(mostRows) : undefined}
        >
          <TextArea
            id={`${id}-text`}
            data-testid="import-text"
            data-autofocus
            className="max-h-60 min-h-32 font-mono"
            value={text}
            onChange={({ target }) => change(target.value)}
          />
        </Field>
        <Field id={`${id}-file`} label={t.doNotCall.importFile}>
          <input
            id={`${id}-file`}
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            className="text-[13px]"
            onChange={async ({ target }) => change((await target.files?.[0]?.text()) ?? '')}
          />
        </Field>
        <CountrySelect id={`${id}-country`} value={country} onChange={setCountry} />
        <Field id={`${id}-reason`} label={t.doNotCall.reason}>
          <Input id={`${id}-reason`} maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
        </Field>
      </form>
      {add.error && (
        <p role="alert" className="mt-3 text-danger text-xs">
          {typeset(errorSentence(t, errorCode(add.error)))}
        </p>
      )}
      {done && (
        <div role="status" className="mt-4 rounded-lg bg-sunken p-3" data-testid="import-result">
          <p>{t.doNotCall.imported(done.added, done.known)}</p>
          {done.refusedCount > 0 && (
            <>
              <p className="mt-1">{t.doNotCall.importRefused(done.refusedCount)}</p>
              <ul className="mt-1 max-h-40 overflow-y-auto font-mono text-xs">
                {done.refused.map((row) => (
                  <li key={row}>{t.doNotCall.importRow(row, rows[row - 1] ?? '')}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </Dialog>
  )
}
