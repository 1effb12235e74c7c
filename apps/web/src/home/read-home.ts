import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../server/router.ts'

/** What the home page tells. */
export type ReadHome = inferRouterOutputs<AppRouter>['home']['read']
