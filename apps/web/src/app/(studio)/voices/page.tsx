import type { Metadata } from 'next'
import { preferences } from '../../../i18n/server-locale.ts'
import { PageShell } from '../../../shell/page-shell.tsx'
import { prefetching } from '../../../trpc/prefetch.tsx'
import { VoicesPage } from '../../../voices/voices-page.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await preferences()).text.voices.title }
}

export default async function Page() {
  const { trpc, load, hydrated } = await prefetching()
  await load(trpc.voices.sources.queryOptions())
  return <PageShell>{hydrated(<VoicesPage />)}</PageShell>
}
