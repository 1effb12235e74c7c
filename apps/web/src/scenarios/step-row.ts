import { type ScenarioStep, scenarioStep } from '@parley/flow-runtime/scenarios'
import { z } from 'zod'

/** A step as the form shows it: a text of one kind; what the form has no field for, as JSON. */
export type StepRow = { key: number; kind: StepRowKind; text: string; step: ScenarioStep }
export const stepRowKinds = ['contact', 'agent', 'node', 'keys', 'silence', 'hangUp', 'other'] as const
export type StepRowKind = (typeof stepRowKinds)[number]
export const withoutText = new Set<StepRowKind>(['silence', 'hangUp'])

/** A new, empty row of a kind. */
export function newStepRow(kind: StepRowKind, key: number): StepRow {
  const steps: Record<StepRowKind, ScenarioStep> = {
    contact: { contact: '' },
    agent: { agent: '' },
    node: { agent: { node: '' } },
    keys: { keys: '' },
    silence: { silence: true },
    hangUp: { hangUp: true },
    other: { transfer: 'connected' },
  }
  return { key, ...shownStep(steps[kind]), step: steps[kind] }
}

export const stepRow = (step: ScenarioStep, key: number): StepRow => ({ key, ...shownStep(step), step })

function shownStep(step: ScenarioStep): Pick<StepRow, 'kind' | 'text'> {
  if ('contact' in step && step.interrupt === undefined) return { kind: 'contact', text: step.contact }
  if ('keys' in step) return { kind: 'keys', text: step.keys }
  if ('silence' in step && step.silence === true) return { kind: 'silence', text: '' }
  if ('hangUp' in step && step.hangUp === true) return { kind: 'hangUp', text: '' }
  if ('agent' in step) {
    if (typeof step.agent === 'string') return { kind: 'agent', text: step.agent }
    const isNodeOnly = !Array.isArray(step.agent) && Object.keys(step.agent).join() === 'node'
    if (isNodeOnly && 'node' in step.agent) return { kind: 'node', text: step.agent.node ?? '' }
  }
  return { kind: 'other', text: JSON.stringify(step) }
}

const parsed = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue('no JSON')
    return z.NEVER
  }
})

/** The step a row means, with what the form does not show kept; undefined when it is none. */
export function stepOfRow({ kind, text, step }: StepRow): ScenarioStep | undefined {
  if (kind === 'other') return read(parsed.safeParse(text).data)
  if (withoutText.has(kind)) return step
  if (kind !== 'contact' && text.trim() === '') return undefined
  return read(kind === 'node' ? { ...step, agent: { node: text } } : { ...step, [kind]: text })
}

const read = (value: unknown): ScenarioStep | undefined => scenarioStep.safeParse(value).data
