'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, httpLink, httpSubscriptionLink, splitLink } from '@trpc/client'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import { type ReactNode, useState } from 'react'
import superjson from 'superjson'
import type { AppRouter } from '../server/router.ts'
import { makeQueryClient } from './query-client.ts'

const context = createTRPCContext<AppRouter>()
export const { useTRPC, useTRPCClient } = context

const url = '/api/trpc'

/** For a query that may be slow: it travels alone, so that others do not wait for it. */
export const alone = { trpc: { context: { alone: true } } } as const

/** Queries, changes and live data for everything inside. */
export function TrpcProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient)
  const [client] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [
        splitLink({
          condition: (operation) => operation.type === 'subscription',
          true: httpSubscriptionLink({ url, transformer: superjson }),
          false: splitLink({
            condition: (operation) => operation.context.alone === true,
            true: httpLink({ url, transformer: superjson }),
            false: httpBatchLink({ url, transformer: superjson }),
          }),
        }),
      ],
    }),
  )
  return (
    <QueryClientProvider client={queryClient}>
      <context.TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </context.TRPCProvider>
    </QueryClientProvider>
  )
}
