import { appointments } from './appointments/router.ts'
import { calls } from './calls/router.ts'
import { campaignPage } from './campaign-page/router.ts'
import { campaigns } from './campaigns/router.ts'
import { contacts } from './contacts/router.ts'
import { doNotCall } from './do-not-call/router.ts'
import { firstRun } from './first-run/router.ts'
import { flows } from './flows/router.ts'
import { home } from './home/router.ts'
import { intents } from './intents/router.ts'
import { providers } from './providers/router.ts'
import { responseTimes } from './response-times/router.ts'
import { scenarios } from './scenarios/router.ts'
import { services } from './services/router.ts'
import { telephony } from './telephony/router.ts'
import { router } from './trpc.ts'
import { voices } from './voices/router.ts'
import { workspace } from './workspace/router.ts'

export const appRouter = router({
  contacts,
  doNotCall,
  campaignPage,
  home,
  firstRun,
  workspace,
  flows,
  calls,
  campaigns,
  responseTimes,
  appointments,
  services,
  providers,
  telephony,
  voices,
  scenarios,
  intents,
})
export type AppRouter = typeof appRouter
