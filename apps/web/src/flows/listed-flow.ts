import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../server/router.ts'

export type ListedFlow = inferRouterOutputs<AppRouter>['flows']['list'][number]
