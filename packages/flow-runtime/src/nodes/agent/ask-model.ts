import type { NodeContext, NodeStep } from '../../node-type.ts'
import { renderTemplate, renderText } from '../../render-text.ts'
import { timeZoneOf } from '../../time-zone-of.ts'
import { slotRequest } from '../understand-request.ts'
import type { AgentConfig, AgentMemory } from './agent-config.ts'
import { fitting } from './messages.ts'

/** Questions to the model between two utterances of the contact, at most. */
const maxRounds = 6

/** Asks the model for its next contribution. */
export function askModel(data: AgentConfig, context: NodeContext, before: AgentMemory): NodeStep<AgentMemory> {
  if (before.rounds >= maxRounds) return { outcome: 'failed', why: { code: 'agentWentRound', values: { count: maxRounds } } }
  const { head, state, now } = context
  const { model, interruption } = head.settings
  const { interruptible, voice } = data.listening
  const remembered = fitting(before, model.contextTokens)
  const named = <Row extends { name: string; description: string }>(rows: readonly Row[]) =>
    rows.filter(({ name }) => name !== '').map(({ name, description }) => ({ name, description: renderTemplate(description, context) }))
  const request = {
    goal: renderTemplate(data.goal, context),
    instructions: renderTemplate(data.instructions, context),
    language: state.language,
    messages: remembered.messages,
    summary: remembered.summary,
    left: remembered.left,
    contextTokens: model.contextTokens,
    known: JSON.stringify([state.variables, state.facts.contact ?? null, state.facts.lead ?? null, renderText(data.opening, context)]),
    speaking: {
      interruptible: interruptible && interruption.enabled,
      ...(voice === undefined ? {} : { voice }),
      instead: renderText(model.unknownLine, context),
      longest: model.longestReply,
    },
    prices: model.prices,
    exits: named(data.exits),
    tools: named(data.tools).map((tool, at) => ({ ...tool, arguments: data.tools.filter(({ name }) => name !== '')[at]?.arguments ?? '' })),
    results: head.variables.filter(({ name }) => data.results.includes(name)).map(slotRequest),
    now,
    timeZone: timeZoneOf(context),
  }
  return { effects: [{ type: 'generate', request }], memory: { ...remembered, rounds: remembered.rounds + 1 } }
}
