import { templateScenarios } from '@parley/flow-runtime/template-scenarios'
import { templates as flows, type TemplateId } from '@parley/flow-runtime/templates'
import { openingWords } from '../../flows/opening-words.ts'
import { preferences } from '../../i18n/server-locale.ts'
import { procedure } from '../trpc.ts'

type StartTemplate = Exclude<TemplateId, 'threeNodes'>
const offered = ['appointment', 'bilingualAppointments', 'dealership', 'realEstate', 'support', 'survey'] as const satisfies StartTemplate[]

/** The flows one can start from: an outline of each, what the caller hears first, its languages and how many scenarios come with it. */
export const templates = procedure.query(async () => {
  const { locale } = await preferences()
  return offered.map((id) => {
    const { languages, nodes, edges } = flows[id]
    const language = languages.includes(locale) ? locale : (languages[0] ?? locale)
    return {
      id,
      languages,
      language,
      heard: openingWords(flows[id], language, Date.now()),
      scenarios: templateScenarios[id].length,
      nodes: nodes.map(({ id, type, position }) => ({ id, type, position })),
      edges: edges.map(({ id, source, target }) => ({ id, source, target })),
    }
  })
})
