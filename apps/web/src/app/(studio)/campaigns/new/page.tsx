import type { Metadata } from 'next'
import { CampaignFormPage } from '../../../../campaigns/campaign-form-page.tsx'
import { preferences } from '../../../../i18n/server-locale.ts'
import { PageShell } from '../../../../shell/page-shell.tsx'
import { prefetching } from '../../../../trpc/prefetch.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await preferences()).text.campaigns.newCampaign }
}

export default async function Page() {
  const { trpc, load, hydrated } = await prefetching()
  await load(trpc.telephony.list.queryOptions())
  return <PageShell>{hydrated(<CampaignFormPage />)}</PageShell>
}
