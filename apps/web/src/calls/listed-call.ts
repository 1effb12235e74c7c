import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../server/router.ts'

/** One row of the list of calls. */
export type ListedCall = inferRouterOutputs<AppRouter>['calls']['list'][number]
