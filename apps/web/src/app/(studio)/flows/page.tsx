import type { Metadata } from 'next'
import { FlowsList } from '../../../flows/flows-list.tsx'
import { preferences } from '../../../i18n/server-locale.ts'
import { PageShell } from '../../../shell/page-shell.tsx'
import { prefetching } from '../../../trpc/prefetch.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await preferences()).text.flows.title }
}

export default async function FlowsPage() {
  const { trpc, load, hydrated } = await prefetching()
  await Promise.all([load(trpc.firstRun.read.queryOptions()), load(trpc.flows.list.queryOptions())])
  return <PageShell>{hydrated(<FlowsList />)}</PageShell>
}
