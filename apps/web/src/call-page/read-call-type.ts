import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../server/router.ts'

/** What the call page reads of one call. */
export type ReadCall = inferRouterOutputs<AppRouter>['calls']['get']
