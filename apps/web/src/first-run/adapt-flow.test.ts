import { apply, check, textIn } from '@parley/flow-runtime'
import { runScenario } from '@parley/flow-runtime/scenarios'
import { templateScenarios } from '@parley/flow-runtime/template-scenarios'
import { templates } from '@parley/flow-runtime/templates'
import { createLocalEngine } from '@parley/understanding'
import { describe, expect, it } from 'vitest'
import { adaptFlow } from './adapt-flow.ts'
import { adaptScenario } from './adapt-scenario.ts'
import type { Practice } from './practice.ts'
import { practiceParts } from './practice-parts.ts'
import { spokenDays } from './spoken-days.ts'

const template = templates.appointment
const barber: Practice = {
  name: 'Sharp & Sons',
  days: [2, 3, 4, 5, 6],
  opens: '08:30',
  closes: '19:00',
  services: [
    { name: 'Haircut', durationMin: 30 },
    { name: 'Beard trim', durationMin: 15 },
  ],
}
const services = barber.services.map(({ name }) => name)
const { understand } = createLocalEngine()

describe('the appointment template made one’s own', () => {
  const own = apply(template, adaptFlow(template, barber))
  const heard = (id: string) =>
    own.nodes.flatMap((node) => (node.id === id && 'text' in node.data ? [textIn(node.data.text, 'en', 'en')] : []))

  it('greets with the name, tells the hours, and asks which service', () => {
    expect(heard('greet')).toEqual(['Hello, this is Sharp & Sons. I am the automatic assistant.'])
    expect(heard('hours')).toEqual(['We are open from Tuesday to Saturday, from 8:30 AM to 7 PM.'])
    expect(practiceParts(own).book?.data.service).toBe('{{ service }}')
    expect(own.edges.find(({ source, sourceHandle }) => source === 'why' && sourceHandle === 'book')?.target).toBe('askService')
  })

  it('has no problem the template did not have', () => {
    const codes = (flow: typeof template, known: string[]) =>
      check(flow, { services: known }).map(({ code, nodeId }) => `${code} ${nodeId}`)
    expect(codes(own, services)).toEqual(codes(template, ['Cleaning']))
  })

  it('is walked by the template’s scenarios, adapted with it', async () => {
    for (const scenario of templateScenarios.appointment) {
      const { passed, reason } = await runScenario(own, adaptScenario(scenario, template, own), { understand })
      expect(passed, `${scenario.name}: ${reason}`).toBe(true)
    }
  })

  it('is changed back to one service, and a second time to the same practice without a trace', () => {
    expect(apply(own, adaptFlow(own, barber))).toBe(own)
    const one = apply(own, adaptFlow(own, { ...barber, services: barber.services.slice(0, 1) }))
    expect(practiceParts(one).service).toBeUndefined()
    expect(practiceParts(one).book?.data.service).toBe('Haircut')
    expect(check(one, { services }).filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

it('says weekdays as people do', () => {
  expect(
    [
      [1, 2, 3, 4, 5],
      [4, 1],
      [1, 2, 3, 4, 5, 6, 7],
      [2, 4, 6],
    ].map((days) => spokenDays(days, 'en')),
  ).toEqual(['from Monday to Friday', 'on Monday and Thursday', 'every day', 'on Tuesday, Thursday and Saturday'])
  expect(
    [
      [1, 2, 3],
      [1, 2],
    ].map((days) => spokenDays(days, 'fr')),
  ).toEqual(['du lundi au mercredi', 'le lundi et le mardi'])
})
