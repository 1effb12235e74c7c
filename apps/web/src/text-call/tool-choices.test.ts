import { type EffectOf, type ToolName, toolSchemas } from '@parley/flow-runtime'
import { scenarioStep } from '@parley/flow-runtime/scenarios'
import { describe, expect, it } from 'vitest'
import { toolChoices } from './tool-choices.ts'

const now = Date.parse('2026-11-20T10:00:00Z')
const timeZone = 'Europe/Paris'
const startsAt = '2026-11-24T15:00:00+01:00'
const inputs: Record<ToolName, EffectOf<'callTool'>['input']> = {
  'calendar.findTimes': { service: 'Cleaning', date: '2026-11-24', time: '15:00', timeZone },
  'calendar.book': { service: 'Cleaning', startsAt },
  'calendar.findAppointments': { timeZone },
  'calendar.reschedule': { appointmentId: 'a', startsAt },
  'calendar.cancel': { appointmentId: 'a' },
  'contact.find': { by: 'phone', value: '+33612345678' },
  'contact.update': { by: 'phone', value: '+33612345678', fields: {} },
  'message.send': { channel: 'sms', to: '+33612345678', text: 'x', language: 'en' },
  'http.request': { method: 'GET', url: 'https://example.org', headers: {}, retries: 0 },
  'tool.call': { server: 's', name: 'n', arguments: {}, retries: 0 },
  'knowledge.answer': { question: 'q', language: 'en' },
}
const tools = Object.entries(inputs).map(([tool, input]) => ({ tool, input }))
const effectOf = (tool: ToolName): EffectOf<'callTool'> => ({ type: 'callTool', id: 'e1', nodeId: 'n', tool, input: inputs[tool] })
const isTool = (name: string): name is ToolName => Object.hasOwn(toolSchemas, name)

describe('answers of tools', () => {
  it.each(tools)('$tool: each is a step of a scenario, and its result is one the tool may give', ({ tool }) => {
    if (!isTool(tool)) throw new Error(tool)
    const choices = toolChoices(effectOf(tool), now)
    for (const { step } of choices) {
      expect(scenarioStep.safeParse(step)).toMatchObject({ success: true })
      if ('result' in step) expect(toolSchemas[tool].output.safeParse(step.result)).toMatchObject({ success: true })
    }
    expect(choices.map(({ name }) => name).slice(-2)).toEqual(['error', 'timeout'])
  })

  it('the wanted time is free at the instant it is in the zone of the call', () => {
    expect(toolChoices(effectOf('calendar.findTimes'), now)[0]?.step).toMatchObject({ result: { exact: true, times: [{ startsAt }] } })
  })
})
