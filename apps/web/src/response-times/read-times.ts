import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../server/router.ts'

/** What the server tells about a period. */
export type ReadTimes = inferRouterOutputs<AppRouter>['responseTimes']['read']
