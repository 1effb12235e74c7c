'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useRef, useState } from 'react'
import { typeset } from '../i18n/typeset.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { toast } from '../ui/toast.tsx'
import { connectionDraftOf, connectionInputOf, newConnectionDraft } from './connection-draft.ts'
import { ConnectionForm } from './connection-form.tsx'
import type { ListedCarrier, ListedConnection } from './telephony-types.ts'
import { TestSteps } from './test-steps.tsx'

type ConnectionSheetProps = {
  /** The connection that is changed; absent: a new one. */
  stored?: ListedConnection
  /** What can be chosen, the carrier of a stored one first; not empty. */
  carriers: readonly [ListedCarrier, ...ListedCarrier[]]
  open: boolean
  onClose: () => void
}

/** Adds or changes a connection, and tries it as it stands. */
export function ConnectionSheet({ stored, carriers, open, onClose }: ConnectionSheetProps) {
  const t = usePageText()
  const formId = useId()
  const form = useRef<HTMLFormElement>(null)
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const [first] = carriers
  const [draft, setDraft] = useState(() =>
    stored ? connectionDraftOf(stored, first) : newConnectionDraft(first, t.numbers.carriers[first.kind]),
  )
  const renew = () => queryClient.invalidateQueries({ queryKey: trpc.telephony.list.queryKey() })
  const test = useMutation(trpc.telephony.testConnection.mutationOptions({ onSuccess: renew }))
  const save = useMutation(
    trpc.telephony.saveConnection.mutationOptions({
      async onSuccess(saved) {
        if (!saved.ok) return
        toast({ tone: 'good', message: t.numbers.saved(draft.name.trim()) })
        onClose()
        await renew()
      },
    }),
  )
  const wrong = [save.data, test.data].flatMap((answer) => (answer && !answer.ok ? answer.wrong : []))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(connectionInputOf(draft))
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={stored ? t.numbers.changeConnection(stored.name) : t.numbers.addConnection}
      testId="connection-sheet"
      className="w-[600px]"
      footer={
        <>
          <Button
            className="mr-auto"
            data-testid="connection-test"
            disabled={test.isPending}
            onClick={() => form.current?.reportValidity() && test.mutate(connectionInputOf(draft))}
          >
            {t.numbers.test}
          </Button>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button look="primary" type="submit" form={formId} data-testid="connection-save" disabled={save.isPending}>
            {t.numbers.save}
          </Button>
        </>
      }
    >
      <form id={formId} ref={form} onSubmit={submit} className="flex flex-col gap-4">
        <ConnectionForm
          draft={draft}
          stored={stored}
          carriers={carriers}
          wrong={wrong}
          onChange={(changed) => {
            setDraft(changed)
            // A result belongs to what was tried.
            test.reset()
            save.reset()
          }}
        />
        <TestSteps test={test} />
        {save.error && (
          <p role="alert" className="text-danger text-xs">
            {typeset(errorSentence(t, errorCode(save.error)))}
          </p>
        )}
      </form>
    </Dialog>
  )
}
