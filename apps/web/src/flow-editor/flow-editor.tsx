'use client'

import { useQuery } from '@tanstack/react-query'
import { ReactFlowProvider } from '@xyflow/react'
import { useText } from '../i18n/text-provider.tsx'
import { errorCode, errorSentence } from '../trpc/error-code.ts'
import { useTRPC } from '../trpc/trpc-provider.tsx'
import { ErrorState, LoadingRows } from '../ui/states.tsx'
import { OpenEditor } from './open-editor.tsx'
import { UnreadableFlow } from './unreadable-flow.tsx'
import { ViewedVersionProvider } from './versions/viewed-version.tsx'

/** The editor of one flow: loads it, then opens it, or says why it cannot be read. */
export function FlowEditor({ flowId }: { flowId: string }) {
  const t = useText()
  const flow = useQuery(useTRPC().flows.get.queryOptions({ flowId }))
  if (flow.data) {
    if (!flow.data.document) return <UnreadableFlow name={flow.data.name} problems={flow.data.problems} />
    return (
      <ReactFlowProvider>
        <ViewedVersionProvider>
          <OpenEditor loaded={flow.data} />
        </ViewedVersionProvider>
      </ReactFlowProvider>
    )
  }
  return (
    <main className="mx-auto max-w-lg p-10">
      {flow.isError ? <ErrorState message={errorSentence(t, errorCode(flow.error))} onRetry={() => flow.refetch()} /> : <LoadingRows />}
    </main>
  )
}
