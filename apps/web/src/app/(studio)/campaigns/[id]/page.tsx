import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import { z } from 'zod'
import { CampaignPage } from '../../../../campaign-page/campaign-page.tsx'
import { preferences } from '../../../../i18n/server-locale.ts'
import { PageShell } from '../../../../shell/page-shell.tsx'
import { prefetching } from '../../../../trpc/prefetch.tsx'
import { LoadingRows } from '../../../../ui/states.tsx'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await preferences()).text.campaignPage.title }
}

export default async function Page({ params }: Props) {
  const campaignId = z.uuid().safeParse((await params).id)
  if (!campaignId.success) notFound()
  const { trpc, load, hydrated } = await prefetching()
  await load(trpc.campaignPage.read.queryOptions({ campaignId: campaignId.data }))
  return (
    <PageShell>
      <Suspense fallback={<LoadingRows rows={5} />}>{hydrated(<CampaignPage campaignId={campaignId.data} />)}</Suspense>
    </PageShell>
  )
}
