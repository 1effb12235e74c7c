'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { typeset } from '../i18n/typeset.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Field, Input } from '../ui/field.tsx'
import { toast } from '../ui/toast.tsx'

/** Lets a number be called again, with the reason that is kept. */
export function RemoveNumber({ numberKey, onRemoved }: { numberKey: string; onRemoved: () => void }) {
  const t = usePageText()
  const id = useId()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [reason, setReason] = useState('')
  const remove = useMutation(
    trpc.doNotCall.remove.mutationOptions({
      async onSuccess({ wasThere }) {
        onRemoved()
        toast({ tone: 'good', message: wasThere ? t.doNotCall.removed : t.doNotCall.removedBefore })
        await queryClient.invalidateQueries({ queryKey: trpc.doNotCall.pathKey() })
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    remove.mutate({ key: numberKey, reason })
  }
  return (
    <form onSubmit={submit} className="border-line border-t pt-4">
      <Field
        id={id}
        label={t.doNotCall.removeReason}
        help={t.doNotCall.removeHelp}
        error={remove.error ? typeset(errorSentence(t, errorCode(remove.error))) : undefined}
      >
        <div className="flex gap-2">
          <Input
            id={id}
            data-testid="remove-reason"
            required
            maxLength={200}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          <Button look="danger" type="submit" data-testid="remove-number" disabled={remove.isPending || reason.trim() === ''}>
            {t.doNotCall.remove}
          </Button>
        </div>
      </Field>
    </form>
  )
}
