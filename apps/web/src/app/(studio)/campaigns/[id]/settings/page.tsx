import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { CampaignFormPage } from '../../../../../campaigns/campaign-form-page.tsx'
import { preferences } from '../../../../../i18n/server-locale.ts'
import { PageShell } from '../../../../../shell/page-shell.tsx'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await preferences()).text.campaigns.title }
}

export default async function Page({ params }: Props) {
  const campaignId = z.uuid().safeParse((await params).id)
  if (!campaignId.success) notFound()
  return (
    <PageShell>
      <CampaignFormPage campaignId={campaignId.data} />
    </PageShell>
  )
}
