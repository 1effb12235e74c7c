import { appointments } from './appointments/router.ts'
import { calls } from './calls/router.ts'
import { flows } from './flows/router.ts'
import { providers } from './providers/router.ts'
import { responseTimes } from './response-times/router.ts'
import { scenarios } from './scenarios/router.ts'
import { services } from './services/router.ts'
import { router } from './trpc.ts'
import { voices } from './voices/router.ts'

export const appRouter = router({ flows, calls, responseTimes, appointments, services, providers, voices, scenarios })
export type AppRouter = typeof appRouter
