import type { Metadata } from 'next'
import { preferences } from '../../../i18n/server-locale.ts'
import { NumbersPage } from '../../../numbers/numbers-page.tsx'
import { PageShell } from '../../../shell/page-shell.tsx'
import { prefetching } from '../../../trpc/prefetch.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await preferences()).text.numbers.title }
}

export default async function Page() {
  const { trpc, load, hydrated } = await prefetching()
  await load(trpc.telephony.list.queryOptions())
  return <PageShell>{hydrated(<NumbersPage />)}</PageShell>
}
