import type { Metadata } from 'next'
import { DoNotCallPage } from '../../../../do-not-call/do-not-call-page.tsx'
import { preferences } from '../../../../i18n/server-locale.ts'
import { PageShell } from '../../../../shell/page-shell.tsx'
import { prefetching } from '../../../../trpc/prefetch.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await preferences()).text.doNotCall.title }
}

export default async function Page() {
  const { trpc, load, hydrated } = await prefetching()
  await load(trpc.doNotCall.count.queryOptions())
  return <PageShell>{hydrated(<DoNotCallPage />)}</PageShell>
}
