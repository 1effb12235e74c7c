import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../server/router.ts'

/** What a past call came to on the draft. */
export type ReadBacktest = inferRouterOutputs<AppRouter>['calls']['backtest']
