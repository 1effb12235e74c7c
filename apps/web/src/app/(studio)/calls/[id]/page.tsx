import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { CallPage } from '../../../../call-page/call-page.tsx'
import { preferences } from '../../../../i18n/server-locale.ts'
import { PageShell } from '../../../../shell/page-shell.tsx'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await preferences()).text.callPage.facts }
}

export default async function Page({ params }: Props) {
  const callId = z.uuid().safeParse((await params).id)
  if (!callId.success) notFound()
  return (
    <PageShell>
      <CallPage callId={callId.data} />
    </PageShell>
  )
}
