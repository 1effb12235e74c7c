import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '../server/router.ts'

/** The workspace as its settings show it. */
export type ReadWorkspace = inferRouterOutputs<AppRouter>['workspace']['read']
