import type { Metadata } from 'next'
import { preferences } from '../../../../i18n/server-locale.ts'
import { ProvidersPage } from '../../../../providers/providers-page.tsx'
import { PageShell } from '../../../../shell/page-shell.tsx'
import { prefetching } from '../../../../trpc/prefetch.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await preferences()).text.providers.title }
}

export default async function Page() {
  const { trpc, load, hydrated } = await prefetching()
  await load(trpc.providers.list.queryOptions())
  return <PageShell>{hydrated(<ProvidersPage />)}</PageShell>
}
