import type { Generated } from '../../generation.ts'
import type { EffectDraft, NodeContext, NodeEvent, NodeStep } from '../../node-type.ts'
import { freeExpectation } from '../../recognition-hints.ts'
import { isValueOf } from '../../values.ts'
import type { Json, Variables } from '../../variables.ts'
import { sayAs, speakAndListen } from '../reprompts.ts'
import { withValues } from '../with-values.ts'
import type { AgentConfig, AgentMemory } from './agent-config.ts'
import { askModel } from './ask-model.ts'
import { withMessage } from './messages.ts'

type Step = NodeStep<AgentMemory>
type Tool = AgentConfig['tools'][number]

/** What becomes of the model's proposal: only what this node allows is done, and only the engine leaves the node. */
export function takeProposal(
  data: AgentConfig,
  { result, effectId }: Extract<NodeEvent, { type: 'generated' }>,
  context: NodeContext,
  remembered: AgentMemory,
): Step {
  if (result.failure !== undefined) return { outcome: 'failed', why: { code: 'agentFailed', values: { failureCode: result.failure } } }
  const variables = valuesOf(data, result, context)
  const candidates = Object.entries(variables).map(([name, value]) => ({ name, value, confidence: 1 }))
  return { variables, candidates, ...contribution(data, result, withValues(context, variables), remembered, result.begun && effectId) }
}

function contribution(
  data: AgentConfig,
  result: Generated,
  context: NodeContext,
  remembered: AgentMemory,
  begun: string | undefined,
): Step {
  const words = result.text.trim()
  const exit = data.exits.find(({ name }) => name !== '' && name === result.exit)
  const allowed = data.tools.find(({ name }) => name !== '' && name === result.tool?.name)
  const tool = result.tool?.wrong === undefined ? allowed : undefined
  if (exit || tool) return act(data, { words, exit: exit?.name, tool, input: result.tool?.input, begun }, remembered)
  if (result.tool)
    return refuseTool(data, result.tool, context, remembered, begun === undefined ? [] : [sayAs(words, data.listening, begun)])
  if (words === '') return askOnceMore(data, context, remembered)
  if (remembered.turns >= data.maxTurns) {
    const why = { code: 'turnsUsedUp' as const, values: { count: data.maxTurns } }
    if (begun === undefined) return { outcome: 'turnLimit', why }
    const effects = [sayAs(words, data.listening, begun)]
    return { effects, memory: { ...remembered, pending: words, opened: true, exit: 'turnLimit' }, why }
  }
  const spoken = speakAndListen(words, freeExpectation([]), context, { listening: data.listening, begun })
  return { ...spoken, memory: { ...remembered, pending: words, opened: true }, why: { code: 'agentSpoke' } }
}

/** Says what comes with it, runs the tool, and leaves by the exit once both are over: neither drops the other. */
function act(
  data: AgentConfig,
  { words, exit, tool, input, begun }: { words: string; exit?: string; tool?: Tool; input?: Json; begun?: string },
  remembered: AgentMemory,
): Step {
  const effects: EffectDraft[] = words === '' ? [] : [sayAs(words, data.listening, begun)]
  if (tool) effects.push(callTool(data, tool, input))
  const memory = { ...remembered, pending: words, opened: remembered.opened || words !== '', exit: exit ?? '', tool: tool?.name ?? '' }
  if (exit === undefined) return { effects, memory, why: { code: 'agentUsesTool', values: { tool: tool?.name ?? '' } } }
  const why = { code: 'agentLeaves' as const, values: { exit } }
  return effects.length === 0 ? { outcome: exit, why, hasFloor: false } : { effects, memory, why }
}

function callTool({ toolTimeoutMs: timeoutMs }: AgentConfig, { name, server }: Tool, input: Json = null): EffectDraft {
  const isObject = typeof input === 'object' && input !== null && !Array.isArray(input)
  const call = { server, name, arguments: isObject ? input : {}, retries: 0 }
  return { type: 'callTool', tool: 'tool.call', input: call, timeoutMs }
}

function refuseTool(
  data: AgentConfig,
  { name, wrong = 'not allowed here' }: NonNullable<Generated['tool']>,
  context: NodeContext,
  remembered: AgentMemory,
  said: readonly EffectDraft[],
): Step {
  const why = { code: 'agentToolRefused' as const }
  if (remembered.toldNotAllowed) return { outcome: 'failed', why }
  const pending = said.flatMap((draft) => (draft.type === 'say' ? [draft.text] : [])).join('')
  const told = withMessage({ ...remembered, pending }, { speaker: 'tool', text: `${name}: ${wrong}` })
  const asked = askModel(data, context, { ...told, toldNotAllowed: true })
  return { why, ...asked, effects: [...said, ...(asked.effects ?? [])] }
}

function askOnceMore(data: AgentConfig, context: NodeContext, remembered: AgentMemory): Step {
  const why = { code: 'agentSaidNothing' as const }
  if (remembered.askedOnceMore) return { outcome: 'failed', why }
  const told = withMessage(remembered, { speaker: 'tool', text: 'Your last answer was empty. Say something, or choose an exit.' })
  return { why, ...askModel(data, context, { ...told, askedOnceMore: true }) }
}

function valuesOf({ results }: AgentConfig, { values }: Generated, { head }: NodeContext): Variables {
  const kept: Record<string, Json> = {}
  for (const variable of head.variables) {
    const value = Object.hasOwn(values, variable.name) ? values[variable.name] : undefined
    if (value !== undefined && results.includes(variable.name) && isValueOf(variable, value)) kept[variable.name] = value
  }
  return kept
}
