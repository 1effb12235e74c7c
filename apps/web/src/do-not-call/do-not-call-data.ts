import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../server/router.ts'

/** One number of the do-not-call list, and what is known of one. */
export type ListedNumberRow = inferRouterOutputs<AppRouter>['doNotCall']['list'][number]
export type NumberRecord = inferRouterOutputs<AppRouter>['doNotCall']['record']
