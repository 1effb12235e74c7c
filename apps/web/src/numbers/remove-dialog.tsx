'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { typeset } from '../i18n/typeset.ts'
import { usePageText } from '../i18n/use-page-text.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { toast } from '../ui/toast.tsx'
import type { ListedConnection, ListedNumber } from './telephony-types.ts'

export type Removal = { kind: 'connection'; connection: ListedConnection } | { kind: 'number'; number: ListedNumber }
type RemoveDialogProps = { removal: Removal; open: boolean; onClose: () => void }

/** Asks before a connection or a number goes, and says what is kept. */
export function RemoveDialog({ removal, open, onClose }: RemoveDialogProps) {
  const t = usePageText()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const isConnection = removal.kind === 'connection'
  const name = isConnection ? removal.connection.name : removal.number.international
  const then = {
    async onSuccess() {
      onClose()
      toast({ tone: 'good', message: t.numbers.removed(name) })
      await queryClient.invalidateQueries({ queryKey: trpc.telephony.list.queryKey() })
    },
    onError: (error: unknown) => toast({ tone: 'bad', message: errorSentence(t, errorCode(error)) }),
  }
  const removeConnection = useMutation(trpc.telephony.removeConnection.mutationOptions(then))
  const removeNumber = useMutation(trpc.telephony.removeNumber.mutationOptions(then))
  const isPending = removeConnection.isPending || removeNumber.isPending
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={`${isConnection ? t.numbers.removeConnection(name) : t.numbers.removeNumber(name)}?`}
      testId="remove-dialog"
      footer={
        <>
          <Button onClick={onClose} data-autofocus>
            {t.common.cancel}
          </Button>
          <Button
            look="danger"
            disabled={isPending}
            onClick={() =>
              isConnection ? removeConnection.mutate({ id: removal.connection.id }) : removeNumber.mutate({ id: removal.number.id })
            }
          >
            {t.numbers.removeConfirm}
          </Button>
        </>
      }
    >
      <p className="text-ink-2">
        {typeset(isConnection ? t.numbers.removeConnectionHint(removal.connection.numbers) : t.numbers.removeNumberHint)}
      </p>
    </Dialog>
  )
}
