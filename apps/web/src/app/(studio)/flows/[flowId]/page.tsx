import type { Metadata } from 'next'
import { FlowEditor } from '../../../../flow-editor/flow-editor.tsx'
import { preferences } from '../../../../i18n/server-locale.ts'
import { prefetching } from '../../../../trpc/prefetch.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await preferences()).text.common.flows }
}

export default async function FlowPage({ params }: { params: Promise<{ flowId: string }> }) {
  const { flowId } = await params
  const { trpc, load, hydrated } = await prefetching()
  await Promise.all([
    load(trpc.flows.get.queryOptions({ flowId })),
    load(trpc.services.list.queryOptions()),
    load(trpc.firstRun.read.queryOptions()),
  ])
  return hydrated(<FlowEditor flowId={flowId} />)
}
