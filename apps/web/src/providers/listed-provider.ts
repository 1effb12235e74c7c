import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../server/router.ts'

export type ListedProvider = inferRouterOutputs<AppRouter>['providers']['list']['providers'][number]
export type ProviderInput = inferRouterInputs<AppRouter>['providers']['save']
export type ProviderTestResult = inferRouterOutputs<AppRouter>['providers']['test']
