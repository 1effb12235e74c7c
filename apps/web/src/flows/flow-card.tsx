'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { useText } from '../i18n/text-provider.tsx'
import { ago } from '../lib/time-words.ts'
import { useNow } from '../lib/use-now.ts'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useToast } from '../ui/toast.tsx'
import { ExportButton } from './export-button.tsx'
import { FlowOutline } from './flow-outline.tsx'
import type { ListedFlow } from './listed-flow.ts'

const everyMs = 10_000

/** A flow in the list: its shape, whether it is live, when it was saved, how often it was called. */
export function FlowCard({ flow }: { flow: ListedFlow }) {
  const t = useText()
  const now = useNow(everyMs)
  const [deleting, setDeleting] = useState(false)
  return (
    <li
      data-testid={`flow-${flow.id}`}
      className="group relative overflow-hidden rounded-xl border border-line bg-surface shadow-card transition-shadow focus-within:shadow-float hover:shadow-float"
    >
      <div className="h-36 bg-canvas p-3">
        <FlowOutline nodes={flow.nodes} edges={flow.edges} />
      </div>
      <div className="flex flex-col gap-1.5 border-line border-t px-4 py-3">
        <div className="flex items-center gap-2">
          <h2 className="min-w-0 flex-1 truncate font-semibold text-sm">
            <Link
              href={`/flows/${flow.id}`}
              className="after:absolute after:inset-0 after:rounded-xl focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-ink focus-visible:after:-outline-offset-2"
            >
              {flow.name}
            </Link>
          </h2>
          {!flow.isReadable && <Badge tone="bad">{t.flows.unreadable}</Badge>}
          <Badge tone={flow.publishedNumber === null ? 'neutral' : 'good'}>
            {flow.publishedNumber === null ? t.flows.notPublished : t.flows.published(flow.publishedNumber)}
          </Badge>
        </div>
        <div className="flex h-6 items-center gap-1.5 text-ink-3 text-xs">
          {flow.isReadable && (
            <>
              <span>{t.flows.nodes(flow.nodes.length)}</span>·
            </>
          )}
          <span>{t.common.calls_(flow.calls)}</span>·
          <span className="truncate">{now === undefined ? '' : t.flows.savedWhen(ago(flow.updatedAt, now, t))}</span>
          <span className="flex-1" />
          {flow.isReadable && (
            <ExportButton
              flowId={flow.id}
              name={flow.name}
              className="relative opacity-0 focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100"
            />
          )}
          <Button
            look="ghost"
            size="tiny"
            className="relative opacity-0 focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100"
            aria-label={t.flows.deleteTitle(flow.name)}
            onClick={() => setDeleting(true)}
          >
            <Trash2 size={13} />
          </Button>
        </div>
      </div>
      <DeleteDialog flow={flow} open={deleting} onClose={() => setDeleting(false)} />
    </li>
  )
}

function DeleteDialog({ flow, open, onClose }: { flow: ListedFlow; open: boolean; onClose: () => void }) {
  const t = useText()
  const trpc = useTRPC()
  const toast = useToast()
  const queryClient = useQueryClient()
  const remove = useMutation(
    trpc.flows.delete.mutationOptions({
      async onSuccess() {
        onClose()
        toast({ tone: 'good', message: t.flows.deleted(flow.name) })
        await queryClient.invalidateQueries({ queryKey: trpc.flows.list.queryKey() })
      },
      onError: (error) => toast({ tone: 'bad', message: errorSentence(t, errorCode(error)) }),
    }),
  )
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t.flows.deleteTitle(flow.name)}
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button look="danger" disabled={remove.isPending} onClick={() => remove.mutate({ flowId: flow.id })}>
            {t.common.delete}
          </Button>
        </>
      }
    >
      <p className="text-ink-2">{t.flows.deleteHint}</p>
    </Dialog>
  )
}
