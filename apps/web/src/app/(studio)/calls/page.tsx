import type { Metadata } from 'next'
import { Suspense } from 'react'
import { CallsList } from '../../../calls/calls-list.tsx'
import { DialButton } from '../../../dialling/dial-button.tsx'
import { preferences } from '../../../i18n/server-locale.ts'
import { PageShell } from '../../../shell/page-shell.tsx'
import { LoadingRows } from '../../../ui/states.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await preferences()).text.calls.title }
}

export default async function CallsPage() {
  const { text } = await preferences()
  return (
    <PageShell>
      <div className="mb-3 flex items-center justify-between gap-3">
        <h1 className="font-semibold text-xl tracking-tight">{text.calls.title}</h1>
        <DialButton />
      </div>
      <Suspense fallback={<LoadingRows rows={8} />}>
        <CallsList />
      </Suspense>
    </PageShell>
  )
}
