'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { typeset } from '../i18n/typeset.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { toast } from '../ui/toast.tsx'
import { faultOfHours, type NumberDraft, newNumberDraft, numberDraftOf, numberInputOf } from './number-draft.ts'
import { NumberForm } from './number-form.tsx'
import { readNumber } from './read-number.ts'
import type { ListedNumber, Telephony } from './telephony-types.ts'

type NumberSheetProps = {
  /** The number that is changed; absent: a new one. */
  stored?: ListedNumber
  telephony: Telephony
  open: boolean
  onClose: () => void
}

/** Adds a number by hand, or changes where those who call it are led. */
export function NumberSheet({ stored, telephony, open, onClose }: NumberSheetProps) {
  const t = usePageText()
  const formId = useId()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [draft, setDraft] = useState<NumberDraft>(() =>
    stored ? numberDraftOf(stored) : newNumberDraft(telephony.connections[0]?.id ?? ''),
  )
  const [faults, setFaults] = useState<{ number?: string; hours?: string }>({})
  const save = useMutation(
    trpc.telephony.saveNumber.mutationOptions({
      async onSuccess() {
        toast({ tone: 'good', message: t.numbers.saved(draft.name.trim() || draft.number) })
        onClose()
        await queryClient.invalidateQueries({ queryKey: trpc.telephony.pathKey() })
      },
    }),
  )
  async function submit(event: FormEvent) {
    event.preventDefault()
    const number = stored?.number ?? (await readNumber(draft.number))?.number
    const hours = faultOfHours(draft)
    setFaults({ number: number ? undefined : t.numbers.numberWrong, hours: hours && t.numbers[hours] })
    if (number && !hours) save.mutate(numberInputOf(draft, number))
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={stored ? t.numbers.changeNumber(stored.international) : t.numbers.addNumber}
      testId="number-sheet"
      className="w-[640px]"
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button look="primary" type="submit" form={formId} data-testid="number-save" disabled={save.isPending}>
            {t.numbers.save}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <NumberForm
          draft={draft}
          telephony={telephony}
          faults={faults}
          onChange={(changed) => {
            setDraft(changed)
            setFaults({})
            save.reset()
          }}
        />
        {save.error && (
          <p role="alert" className="text-danger text-xs">
            {typeset(errorSentence(t, errorCode(save.error)))}
          </p>
        )}
      </form>
    </Dialog>
  )
}
