import { HomePage } from '../../home/home-page.tsx'
import { PageShell } from '../../shell/page-shell.tsx'
import { prefetching } from '../../trpc/prefetch.tsx'

export default async function Page() {
  const { trpc, load, hydrated } = await prefetching()
  await Promise.all([load(trpc.firstRun.read.queryOptions()), load(trpc.home.read.queryOptions()), load(trpc.calls.running.queryOptions())])
  return <PageShell>{hydrated(<HomePage />)}</PageShell>
}
