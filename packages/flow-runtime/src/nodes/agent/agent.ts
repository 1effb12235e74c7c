import { defineNodeType, type NodeContext, type NodeEvent, type NodeStep } from '../../node-type.ts'
import { phrases } from '../../phrases.ts'
import { freeExpectation } from '../../recognition-hints.ts'
import { renderText } from '../../render-text.ts'
import type { Why } from '../../why/why.ts'
import { fixedTexts } from '../fixed-texts.ts'
import { isBusy } from '../is-busy.ts'
import { listenOnly, type Reason, speakAndListen, tooSilent } from '../reprompts.ts'
import { understand } from '../understand-request.ts'
import { type AgentConfig, type AgentMemory, agentConfig, agentMemory } from './agent-config.ts'
import { agentEditor } from './agent-editor.ts'
import { askModel } from './ask-model.ts'
import { withHeard, withMessage, withSummary } from './messages.ts'
import { takeProposal } from './proposal.ts'

type Step = NodeStep<AgentMemory>

const anything = freeExpectation([])
const longestResult = 4000

export const agent = defineNodeType({
  type: 'agent',
  config: agentConfig,
  memory: agentMemory,
  editor: agentEditor,
  listens: true,
  outcomes: ({ exits }) => [...new Set([...exits.map(({ name }) => name).filter((name) => name !== ''), 'turnLimit', 'failed'])],
  speaks: ({ opening }, flow, language) => [
    ...fixedTexts(flow, language, opening, flow.settings.model.unknownLine),
    ...phrases[language].notHeard,
    ...phrases[language].notUnderstood,
  ],
  enter(data, context): Step {
    const fresh: AgentMemory = {
      messages: [],
      summary: '',
      left: 0,
      pending: '',
      turns: 0,
      silences: 0,
      rounds: 0,
      opened: false,
      tool: '',
      exit: '',
      askedOnceMore: false,
      toldNotAllowed: false,
    }
    if (!context.state.hasFloor) return open(data, context, fresh)
    return { ...listenOnly(anything, context, data), memory: fresh, why: { code: 'callerSpeaksAlready' } }
  },
  on(data, event, context, remembered): Step {
    switch (event.type) {
      case 'speechFinished':
        return leaveIfDone(context, withHeard(remembered, event.heard), !event.completed)
      case 'contactSilent':
        if (!remembered.opened) return { why: { code: 'questionDue' }, ...open(data, context, remembered) }
        return again(data, 'notHeard', context, { ...remembered, silences: remembered.silences + 1 })
      case 'contactSaid':
        return takeWords(data, event.text.trim(), context, remembered)
      case 'understood':
        return askModel(data, context, remembered)
      case 'generated':
        return takeProposal(data, event, context, withSummary(remembered, event.result.summary))
      case 'toolFinished':
        return takeResult(data, event, context, remembered)
      default:
        return {}
    }
  },
})

/** The author's first words; without any, the model finds them, knowing what the contact said last. */
function open(data: AgentConfig, context: NodeContext, remembered: AgentMemory): Step {
  const words = renderText(data.opening, context)
  const memory = { ...remembered, opened: true }
  if (words !== '') {
    return { ...speakAndListen(words, anything, context, data), memory: { ...memory, pending: words }, hasFloor: false }
  }
  const said = context.state.lastSaid?.text ?? ''
  return { ...askModel(data, context, said === '' ? memory : withMessage(memory, { speaker: 'contact', text: said })), hasFloor: false }
}

/** What was said is first understood: it may be a wish that the flow hears anywhere. */
function takeWords(data: AgentConfig, words: string, context: NodeContext, remembered: AgentMemory): Step {
  if (words === '') return again(data, 'notUnderstood', context, remembered)
  const last = remembered.messages.at(-1)
  // Words understood in another language are told again: they are still one turn.
  const isSameTurn = remembered.pending === '' && last?.speaker === 'contact' && last.text === words
  const said = isSameTurn ? remembered : withMessage({ ...remembered, turns: remembered.turns + 1 }, { speaker: 'contact', text: words })
  const memory = { ...said, silences: 0, rounds: 0, opened: true, askedOnceMore: false, toldNotAllowed: false }
  return { effects: [understand(words, {}, context)], memory }
}

/** Nothing said, or nothing recognised: a turn, until there are no more. */
function again(data: AgentConfig, reason: Reason, context: NodeContext, remembered: AgentMemory): Step {
  const turns = remembered.turns + 1
  const why = { code: reason === 'notHeard' ? ('callerSilent' as const) : ('noWords' as const) }
  if (turns >= data.maxTurns || tooSilent(remembered.silences, context, data.listening)) return { outcome: 'turnLimit', why }
  const words = phrases[context.state.language][reason][remembered.silences > 1 ? 1 : 0]
  const { effects } = speakAndListen(words, anything, context, data)
  return { effects, memory: { ...withHeard(remembered, remembered.pending), turns, pending: words }, why }
}

function takeResult(
  data: AgentConfig,
  { outcome, result }: Extract<NodeEvent, { type: 'toolFinished' }>,
  context: NodeContext,
  remembered: AgentMemory,
): Step {
  const text = `${remembered.tool}: ${outcome === 'ok' ? JSON.stringify(result).slice(0, longestResult) : outcome}`
  if (remembered.exit !== '') return leaveIfDone(context, remembered)
  return askModel(data, context, withMessage(remembered, { speaker: 'tool', text }))
}

/** Takes the chosen exit once nothing is being said or done for it any more. */
function leaveIfDone(context: NodeContext, memory: AgentMemory, hasFloor = context.state.hasFloor): Step {
  if (memory.exit === '') return { memory }
  return isBusy(context) ? { memory, hasFloor } : { outcome: memory.exit, why: whyLeaving(memory), hasFloor }
}

const whyLeaving = ({ exit, turns }: AgentMemory): Why =>
  exit === 'turnLimit' ? { code: 'turnsUsedUp', values: { count: turns } } : { code: 'agentLeaves', values: { exit } }
