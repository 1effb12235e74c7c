import {
  changeCalendar,
  createFlow,
  type Db,
  getFirstRun,
  keepFirstRun,
  listFlows,
  listServices,
  openingHours,
  publishFlow,
} from '@parley/db'
import type { Flow } from '@parley/flow-runtime'
import { templateScenarios } from '@parley/flow-runtime/template-scenarios'
import { templates } from '@parley/flow-runtime/templates'
import { isPracticeFlow } from '../../first-run/practice-parts.ts'
import { preferences } from '../../i18n/server-locale.ts'
import { startSpeech } from '../flows/start-speech.ts'
import { editorProcedure } from '../trpc.ts'

/** Takes the guided path up, with the flow it was walked with, one that is there, or a new one; the flow can be called at once. */
export const begin = editorProcedure.mutation(async ({ ctx }) => {
  const { db, tenantId, userId } = ctx
  const [run, flows] = await Promise.all([getFirstRun(db, tenantId, userId), listFlows(db, tenantId)])
  const usable = flows.filter(({ document, publishedVersionId }) => document && isPracticeFlow(document) && publishedVersionId)
  const known = usable.find(({ id }) => id === run?.flowId) ?? usable[0]
  const flowId = known?.id ?? (await newPracticeFlow(db, tenantId, userId))
  await keepFirstRun(db, tenantId, userId, { flowId, leftAt: null })
  return { flowId }
})

async function newPracticeFlow(db: Db, tenantId: string, userId: string): Promise<string> {
  const { text, locale } = await preferences()
  const service = await someService(db, tenantId, userId)
  const document = spokenFirst(templates.appointment, locale, service)
  const name = text.flows.templates.appointment.name
  const { id } = await createFlow(db, tenantId, { name, document, scenarios: templateScenarios.appointment })
  const published = await publishFlow(db, tenantId, id, { userId })
  if (!published.ok) throw new Error(`The flow of the guided path cannot be published: ${published.code}`)
  startSpeech({ tenantId, flowVersionId: published.version.id })
  return id
}

/** The name of something that can be booked; a calendar that has nothing gets an example. */
async function someService(db: Db, tenantId: string, userId: string): Promise<string> {
  const [services, { spans }] = await Promise.all([listServices(db, tenantId), openingHours(db, tenantId)])
  const usual = services.find(({ name }) => name === exampleService.name) ?? services[0]
  if (usual) return usual.name
  const week = spans.length > 0 ? spans : [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '18:00' }))
  await changeCalendar(db, tenantId, { services: [exampleService], removed: [], openingHours: week }, { userId })
  return exampleService.name
}
const exampleService = { name: 'Cleaning', durationMin: 30 }

/** Its first language is the studio's: the call is to be understood. */
function spokenFirst(flow: Flow, first: Flow['languages'][number], service: string): Flow {
  const languages = [first, ...flow.languages.filter((language) => language !== first)]
  const nodes = flow.nodes.map((node) => (node.type === 'book' ? { ...node, data: { ...node.data, service } } : node))
  return { ...flow, languages, nodes }
}
