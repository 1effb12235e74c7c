import type { CallFacts } from '../events.ts'
import type { Flow } from '../flow.ts'
import type { JournalEntry } from '../journal.ts'
import type { Json, Variables } from '../variables.ts'
import { spokenIn, standingAfter } from './journal-parts.ts'
import { journalSteps, type RecordedStep } from './journal-steps.ts'
import { outermostVariables } from './run-scenario.ts'
import type { Scenario } from './scenario-document.ts'
import type { ScenarioStep } from './scenario-step.ts'
import { type JournalVerdict, verifyJournal } from './verify-journal.ts'

export type ScenarioOfJournal = { ok: true; scenario: Scenario } | Extract<JournalVerdict, { ok: false }>

/**
 * A recorded call as a scenario that makes it happen again and expects the same nodes, variables and end. What the local engine
 * understood is left for it to understand again; what a model understood or proposed, and what tools answered, is written down.
 * The words of the agent stand in notes, so that a new wording fails no scenario. Refuses a journal of another flow.
 */
export function scenarioFromJournal(flow: Flow, entries: readonly JournalEntry[], name: string): ScenarioOfJournal {
  const verdict = verifyJournal(flow, entries)
  if (!verdict.ok) return verdict
  const recorded = journalSteps(entries, (entry) => verdict.live.has(entry))
  const first = recorded[0]?.entry ?? entries.length
  const steps: ScenarioStep[] = [
    expectationUpTo(0, first),
    ...recorded.flatMap((one, index) => [one.step, ...expectationsAfter(one, recorded[index + 1])]),
  ]

  /** Words and what was understood by them are one thing that happens; a caller who is gone expects nothing. */
  function expectationsAfter({ step, entry }: RecordedStep, next: RecordedStep | undefined): ScenarioStep[] {
    if ('hangUp' in step || (next && 'understood' in next.step)) return []
    return [expectationUpTo(entry, next?.entry ?? entries.length)]
  }
  function expectationUpTo(from: number, to: number): ScenarioStep {
    const between = entries.slice(from, to)
    const said = spokenIn(between)
    const node = standingAfter(between) ?? flow.start
    return said === '' ? { agent: { node } } : { agent: { node }, note: said }
  }

  const { started, end } = verdict
  const { language } = started.facts
  const scenario: Scenario = {
    name,
    ...(language === undefined ? {} : { language }),
    facts: knownFacts(started.facts),
    now: new Date(started.at).toISOString(),
    steps,
    ...(end.status === 'ended' && end.outcome ? { outcome: end.outcome } : {}),
    variables: mutable(outermostVariables(end)),
  }
  return { ok: true, scenario }
}

function knownFacts({ callId, direction, channel, timeZone, contact, lead }: CallFacts): NonNullable<Scenario['facts']> {
  const facts: NonNullable<Scenario['facts']> = { callId, direction, channel, timeZone }
  if (contact) facts.contact = JSON.parse(JSON.stringify(contact))
  if (lead) facts.lead = mutable(lead)
  return facts
}

const mutable = (values: Variables | Readonly<Record<string, Json>>): NonNullable<Scenario['variables']> =>
  JSON.parse(JSON.stringify(values))
