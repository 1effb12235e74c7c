import type { Metadata } from 'next'
import { ContactsPage } from '../../../contacts/contacts-page.tsx'
import { preferences } from '../../../i18n/server-locale.ts'
import { PageShell } from '../../../shell/page-shell.tsx'
import { prefetching } from '../../../trpc/prefetch.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await preferences()).text.contacts.title }
}

export default async function Page() {
  const { trpc, load, hydrated } = await prefetching()
  await load(trpc.contacts.list.queryOptions())
  return <PageShell>{hydrated(<ContactsPage />)}</PageShell>
}
