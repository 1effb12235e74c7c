'use client'

import { language as languages } from '@parley/flow-runtime'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useText } from '../i18n/text-provider.tsx'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorState, LoadingRows } from '../ui/states.tsx'
import { toast } from '../ui/toast.tsx'
import type { ListedVoice } from './listed-voice.ts'

type GiveDialogProps = { voice: ListedVoice; source: string; open: boolean; onClose: () => void }

/** Chooses the flow that speaks with a voice from now on. */
export function GiveDialog({ voice, source, open, onClose }: GiveDialogProps) {
  const t = useText()
  const trpc = useTRPC()
  const router = useRouter()
  const queryClient = useQueryClient()
  const flows = useQuery({ ...trpc.flows.list.queryOptions(), enabled: open })
  const language = languages.safeParse(voice.language).data
  const fitting = (flows.data ?? []).filter((flow) => flow.isReadable && (!language || flow.languages.includes(language)))
  const give = useMutation(
    trpc.voices.giveToFlow.mutationOptions({
      async onSuccess({ name }, { flowId }) {
        onClose()
        const action = { label: t.voices.openFlow, run: () => router.push(`/flows/${flowId}`) }
        toast({ tone: 'good', message: t.voices.given(voice.name, name), action })
        await queryClient.invalidateQueries({ queryKey: trpc.flows.pathKey() })
      },
      onError: (error) => toast({ tone: 'bad', message: errorSentence(t, errorCode(error)) }),
    }),
  )
  return (
    <Dialog open={open} onClose={onClose} title={t.voices.giveTitle(voice.name)} testId="give-voice">
      <p className="mb-3 text-ink-2">{t.voices.giveHint}</p>
      {flows.isPending && <LoadingRows rows={2} />}
      {flows.isError && (
        <ErrorState message={`${t.flows.failed} ${errorSentence(t, errorCode(flows.error))}`} onRetry={() => void flows.refetch()} />
      )}
      {flows.data && fitting.length === 0 && <p>{t.voices.noFlows}</p>}
      <ul className="flex flex-col gap-1.5">
        {fitting.map((flow, index) => (
          <li key={flow.id}>
            <Button
              className="w-full justify-start"
              data-autofocus={index === 0 || undefined}
              disabled={give.isPending}
              onClick={() => give.mutate({ flowId: flow.id, source, voiceId: voice.id, language })}
            >
              <span className="truncate">{flow.name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
