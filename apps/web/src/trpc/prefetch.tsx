import { dehydrate, type FetchQueryOptions, HydrationBoundary } from '@tanstack/react-query'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { appRouter } from '../server/router.ts'
import { makeQueryClient } from './query-client.ts'

/** Reads what a page shows first on the server, so that it arrives filled; what fails is asked again in the browser. */
export async function prefetching() {
  const queryClient = makeQueryClient()
  const ctx = { headers: new Headers(await headers()) }
  return {
    trpc: createTRPCOptionsProxy({ ctx, router: appRouter, queryClient }),
    // biome-ignore lint/suspicious/noExplicitAny: any query's options
    load: (options: FetchQueryOptions<any, any, any, any>) => queryClient.prefetchQuery(options),
    /** The page's content with all that was loaded until now. */
    hydrated: (children: ReactNode) => <HydrationBoundary state={dehydrate(queryClient)}>{children}</HydrationBoundary>,
  }
}
