import type { Metadata } from 'next'
import { CallsList } from '../../../calls/calls-list.tsx'
import { preferences } from '../../../i18n/server-locale.ts'
import { PageShell } from '../../../shell/page-shell.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await preferences()).text.calls.title }
}

export default async function CallsPage() {
  const { text } = await preferences()
  return (
    <PageShell>
      <h1 className="mb-5 font-semibold text-xl tracking-tight">{text.calls.title}</h1>
      <CallsList />
    </PageShell>
  )
}
