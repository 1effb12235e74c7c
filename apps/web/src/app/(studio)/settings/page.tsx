import type { Metadata } from 'next'
import { preferences } from '../../../i18n/server-locale.ts'
import { PageShell } from '../../../shell/page-shell.tsx'
import { prefetching } from '../../../trpc/prefetch.tsx'
import { WorkspacePage } from '../../../workspace/workspace-page.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await preferences()).text.workspace.title }
}

export default async function Page() {
  const { trpc, load, hydrated } = await prefetching()
  await load(trpc.workspace.read.queryOptions())
  const { zone } = await preferences()
  return <PageShell>{hydrated(<WorkspacePage zone={zone} />)}</PageShell>
}
