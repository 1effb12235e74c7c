'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { usePageText } from '../i18n/use-page-text.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { toast } from '../ui/toast.tsx'
import { TriedFormDialog } from '../ui/tried-form-dialog.tsx'
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
  return (
    <TriedFormDialog
      about="connection"
      title={stored ? t.numbers.changeConnection(stored.name) : t.numbers.addConnection}
      open={open}
      onClose={onClose}
      test={{ label: t.numbers.test, isPending: test.isPending }}
      onTest={() => test.mutate(connectionInputOf(draft))}
      save={{ label: t.numbers.save, isPending: save.isPending, error: save.error }}
      onSave={() => save.mutate(connectionInputOf(draft))}
    >
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
    </TriedFormDialog>
  )
}
