import * as z from 'zod'
import { callOutcomes } from '../call-outcomes.ts'
import { language } from '../text.ts'
import { stepSchemas, toolName } from './scenario-step.ts'

/** What is known when the call starts, where it differs from a caller on the phone of whom nothing is known. */
export const scenarioFacts = z.strictObject({
  /** By which a `split` shares out callers of whom nothing is known. */
  callId: z.string().min(1).optional(),
  direction: z.enum(['inbound', 'outbound']).optional(),
  channel: z.enum(['browser', 'phone', 'text']).optional(),
  /** IANA zone; the flow's own when absent. */
  timeZone: z.string().optional(),
  contact: z
    .strictObject({
      id: z.string().optional(),
      name: z.string().optional(),
      phone: z.string().optional(),
      email: z.string().optional(),
      language: language.optional(),
      fields: z.record(z.string(), z.json()).optional(),
    })
    .optional(),
  lead: z.record(z.string(), z.json()).optional(),
})
export type ScenarioFacts = z.output<typeof scenarioFacts>

const { agent, contact, interrupt, keys, silence, hangUp, tool, task, transfer, event, machine, timeUp, ...more } = stepSchemas
const { providerFails, understood, generated } = more
export const scenarioStep = z.union([
  contact,
  agent,
  keys,
  silence,
  hangUp,
  interrupt,
  tool,
  task,
  transfer,
  event,
  machine,
  timeUp,
  providerFails,
  understood,
  generated,
])

/** One call as it should go: what happens, in order, and what is expected of the agent by then. */
export const scenario = z.strictObject({
  name: z.string().min(1),
  note: z.string().optional(),
  language: language.optional(),
  facts: scenarioFacts.optional(),
  /** Instant the call starts, ISO with an offset; a fixed Monday morning when absent. */
  now: z.iso.datetime({ offset: true }).optional(),
  /** Answers of tools in the order they are asked for; the last one answers all further questions. */
  tools: z.partialRecord(toolName, z.array(z.json()).min(1)).optional(),
  steps: z.array(scenarioStep),
  /** How the call is to end. */
  outcome: z.enum(callOutcomes).optional(),
  /** What the variables hold in the end; null for one that is not set. */
  variables: z.record(z.string(), z.json()).optional(),
})
export type Scenario = z.output<typeof scenario>
