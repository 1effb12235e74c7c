import { expect, it } from 'vitest'
import { templates } from './flow-templates.ts'
import { knownIntentSets } from './known-intent-sets.ts'
import { scenario } from './scenario.ts'

it('names the intents as the requests of a call do', () => {
  const flow = templates.appointment
  const asked = scenario(flow).spoken().said('a cleaning please').effects()
  const requests = asked.flatMap((effect) => (effect.type === 'understand' ? [effect.request] : []))
  expect(JSON.stringify(requests.map(({ language, intents }) => ({ language, intents })))).toBe(JSON.stringify(knownIntentSets(flow, 'en')))
  expect(knownIntentSets(flow, 'en')).toHaveLength(1)
})
