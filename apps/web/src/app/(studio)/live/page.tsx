import type { Metadata } from 'next'
import { preferences } from '../../../i18n/server-locale.ts'
import { LiveCallsPage } from '../../../live-calls/live-calls-page.tsx'
import { PageShell } from '../../../shell/page-shell.tsx'
import { prefetching } from '../../../trpc/prefetch.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await preferences()).text.liveCalls.title }
}

export default async function Page() {
  const { trpc, load, hydrated } = await prefetching()
  await load(trpc.calls.running.queryOptions())
  return <PageShell>{hydrated(<LiveCallsPage />)}</PageShell>
}
