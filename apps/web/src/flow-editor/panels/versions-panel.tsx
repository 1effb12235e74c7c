'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../i18n/text-provider.tsx'
import { errorCode, errorSentence } from '../../trpc/error-code.ts'
import { useTRPC } from '../../trpc/trpc-provider.tsx'
import { Select } from '../../ui/field.tsx'
import { ErrorState, LoadingRows } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { useEditor, useEditorStore } from '../state/use-editor.tsx'
import { ComparisonPanel } from '../versions/comparison-panel.tsx'
import { VersionRow } from '../versions/version-row.tsx'
import { useViewedVersion, versionAddress } from '../versions/viewed-version.tsx'

const periods = { week: 7, month: 30, all: undefined } as const
const isPeriod = (text: string): text is keyof typeof periods => text in periods

/** Published versions: to look at, to compare with what is on the canvas, to put into the draft. */
export function VersionsPanel({ flowId }: { flowId: string }) {
  const t = useText()
  const trpc = useTRPC()
  const store = useEditorStore()
  const queryClient = useQueryClient()
  const { versionId, view } = useViewedVersion()
  const readOnly = useEditor((state) => state.readOnly)
  const against = useEditor((state) => state.comparedWith)
  const [period, setPeriod] = useState<keyof typeof periods>('month')
  const versions = useQuery(
    trpc.flows.versions.queryOptions({ flowId, callsOfDays: periods[period] }, { placeholderData: (before) => before }),
  )
  const flow = useQuery(trpc.flows.get.queryOptions({ flowId }))

  const withVersion = async (
    id: string,
    run: (version: { number: number; document: Parameters<typeof store.replaceDraft>[0] }) => void,
  ) => {
    try {
      run(await queryClient.fetchQuery({ ...trpc.flows.version.queryOptions({ versionId: id }), staleTime: Number.POSITIVE_INFINITY }))
    } catch (error) {
      toast({ tone: 'bad', message: errorSentence(t, errorCode(error)) })
    }
  }
  const restore = (id: string) =>
    withVersion(id, ({ number, document }) => {
      store.replaceDraft(document)
      toast({ tone: 'good', message: t.editor.versionRestored(number) })
    })
  const copyLink = async (id: string, number: number) => {
    try {
      await navigator.clipboard.writeText(versionAddress(id))
      toast({ tone: 'good', message: t.versions.linkCopied(number) })
    } catch {
      toast({ tone: 'bad', message: t.versions.linkNotCopied })
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
  const allCalls = versions.data.reduce((sum, { calls }) => sum + calls, 0)
  const viewed = versions.data.find(({ id }) => id === versionId)
  return (
    <>
      <div className="flex items-center justify-between gap-2 px-4 pt-2 text-ink-2 text-xs">
        <label htmlFor="calls-of">{t.versions.callsOf}</label>
        <Select
          id="calls-of"
          className="h-7 w-auto text-xs"
          value={period}
          onChange={({ target }) => isPeriod(target.value) && setPeriod(target.value)}
        >
          <option value="week">{t.versions.periods.week}</option>
          <option value="month">{t.versions.periods.month}</option>
          <option value="all">{t.versions.periods.all}</option>
        </Select>
      </div>
      <ul className="min-h-24 flex-1 overflow-y-auto p-2">
        {versions.data.map((version) => (
          <VersionRow
            key={version.id}
            version={version}
            isLive={flow.data?.publishedVersionId === version.id}
            isViewed={version.id === versionId}
            isCompared={against?.number === version.number}
            share={allCalls === 0 ? 0 : version.calls / allCalls}
            onView={() => view(version.id)}
            onCompare={() =>
              against?.number === version.number
                ? store.set({ comparedWith: undefined })
                : withVersion(version.id, ({ number, document }) => store.set({ comparedWith: { number, document } }))
            }
            onCopyLink={() => copyLink(version.id, version.number)}
            onRestore={readOnly ? undefined : () => restore(version.id)}
          />
        ))}
      </ul>
      {against && <ComparisonPanel against={against} shown={viewed ? `v${viewed.number}` : t.versions.theDraft} />}
    </>
  )
}
