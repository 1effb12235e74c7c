import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../server/router.ts'

/** One call that goes on. */
export type RunningCall = inferRouterOutputs<AppRouter>['calls']['running']['calls'][number]
