'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocale, useText } from '../../i18n/text-provider.tsx'
import { dateTime } from '../../lib/time-words.ts'
import { errorCode, errorSentence } from '../../trpc/error-code.ts'
import { useTRPC } from '../../trpc/trpc-provider.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorState, LoadingRows } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useEditorStore } from '../state/use-editor.tsx'

/** Published versions; any of them can become the draft again. */
export function VersionsPanel({ flowId }: { flowId: string }) {
  const t = useText()
  const locale = useLocale()
  const trpc = useTRPC()
  const store = useEditorStore()
  const toast = useToast()
  const queryClient = useQueryClient()
  const versions = useQuery(trpc.flows.versions.queryOptions({ flowId }))
  const flow = useQuery(trpc.flows.get.queryOptions({ flowId }))

  const restore = async (versionId: string, number: number) => {
    try {
      const version = await queryClient.fetchQuery(trpc.flows.version.queryOptions({ versionId }))
      store.replaceDraft(version.document)
      toast({ tone: 'good', message: t.editor.versionRestored(number) })
    } catch (error) {
      toast({ tone: 'bad', message: errorSentence(t, errorCode(error)) })
    }
  }

  if (versions.isPending)
    return (
      <div className="p-3">
        <LoadingRows rows={3} />
      </div>
    )
  if (versions.isError)
    return (
      <div className="p-3">
        <ErrorState message={errorSentence(t, errorCode(versions.error))} onRetry={() => versions.refetch()} />
      </div>
    )
  if (versions.data.length === 0) return <p className="p-4 text-ink-2">{t.editor.versionsNone}</p>
  return (
    <ul className="min-h-0 flex-1 overflow-y-auto p-2">
      {versions.data.map(({ id, number, publishedAt }) => (
        <li key={id} className="flex items-center gap-2 rounded-md px-2 py-2 hover:bg-hover">
          <div className="min-w-0 flex-1">
            <p className="flex items-center gap-2 font-medium">
              v{number}
              {flow.data?.publishedVersionId === id && <Badge tone="good">{t.editor.versionLive}</Badge>}
            </p>
            <p className="truncate text-ink-3 text-xs">{dateTime(publishedAt, locale)}</p>
          </div>
          <Button size="small" onClick={() => restore(id, number)}>
            {t.editor.versionRestore}
          </Button>
        </li>
      ))}
    </ul>
  )
}
