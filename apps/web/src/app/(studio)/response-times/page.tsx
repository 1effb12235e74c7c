import type { Metadata } from 'next'
import { preferences } from '../../../i18n/server-locale.ts'
import { ResponseTimes } from '../../../response-times/response-times.tsx'
import { wantedOf } from '../../../response-times/wanted.ts'
import { PageShell } from '../../../shell/page-shell.tsx'
import { prefetching } from '../../../trpc/prefetch.tsx'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await preferences()).text.responseTimes.title }
}

export default async function ResponseTimesPage({ searchParams }: Props) {
  const { trpc, load, hydrated } = await prefetching()
  await load(trpc.responseTimes.read.queryOptions(wantedOf(await searchParams)))
  return <PageShell>{hydrated(<ResponseTimes />)}</PageShell>
}
