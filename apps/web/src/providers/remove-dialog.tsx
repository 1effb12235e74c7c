'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useText } from '../i18n/text-provider.tsx'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { toast } from '../ui/toast.tsx'
import type { ListedProvider } from './listed-provider.ts'

type RemoveDialogProps = { provider: ListedProvider; open: boolean; onClose: () => void }

/** Asks before a provider goes, because its key cannot be brought back. */
export function RemoveDialog({ provider, open, onClose }: RemoveDialogProps) {
  const t = useText()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const remove = useMutation(
    trpc.providers.remove.mutationOptions({
      async onSuccess() {
        onClose()
        toast({ tone: 'good', message: t.providers.removed(provider.name) })
        await queryClient.invalidateQueries({ queryKey: trpc.providers.list.queryKey() })
        await queryClient.invalidateQueries({ queryKey: trpc.voices.pathKey() })
      },
      onError: (error) => toast({ tone: 'bad', message: errorSentence(t, errorCode(error)) }),
    }),
  )
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t.providers.removeTitle(provider.name)}
      testId="remove-provider"
      footer={
        <>
          <Button onClick={onClose} data-autofocus>
            {t.common.cancel}
          </Button>
          <Button look="danger" disabled={remove.isPending} onClick={() => remove.mutate({ id: provider.id })}>
            {t.providers.removeConfirm}
          </Button>
        </>
      }
    >
      <p className="text-ink-2">{t.providers.removeHint}</p>
    </Dialog>
  )
}
