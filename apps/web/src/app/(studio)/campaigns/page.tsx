import type { Metadata } from 'next'
import { CampaignsPage } from '../../../campaigns/campaigns-page.tsx'
import { preferences } from '../../../i18n/server-locale.ts'
import { PageShell } from '../../../shell/page-shell.tsx'
import { prefetching } from '../../../trpc/prefetch.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await preferences()).text.campaigns.title }
}

export default async function Page() {
  const { trpc, load, hydrated } = await prefetching()
  await load(trpc.campaigns.list.queryOptions())
  return <PageShell>{hydrated(<CampaignsPage />)}</PageShell>
}
