import type { NodeContext, NodeEvent, NodeStep } from '../../node-type.ts'
import { renderText } from '../../render-text.ts'
import { answerOutput } from '../../tools.ts'
import { isValueOf } from '../../values.ts'
import type { Variables } from '../../variables.ts'
import type { Why } from '../../why/why.ts'
import { sayAs } from '../reprompts.ts'
import type { AnswerConfig, AnswerMemory } from './answer-config.ts'

type Step = NodeStep<AnswerMemory>
type Source = { title: string; url?: string }

/** Tells what the knowledge says, with its sources in the decision, or that it says nothing. */
export function tell(
  data: AnswerConfig,
  { outcome, result }: Extract<NodeEvent, { type: 'toolFinished' }>,
  context: NodeContext,
  remembered: AnswerMemory,
): Step {
  const found = outcome === 'ok' ? answerOutput.safeParse(result) : undefined
  if (!found?.success) return sorry(data, context, remembered, outcome === 'timeout' ? 'knowledgeTooSlow' : 'knowledgeFailed')
  const words = found.data.answer?.trim() ?? ''
  if (words === '') return sorry(data, context, remembered, 'knowledgeUnknown')
  const { sources } = found.data
  const titles = sources.map(({ title }) => title)
  const why: Why =
    titles.length === 0 ? { code: 'knowledgeAnswersAlone' } : { code: 'knowledgeAnswers', values: { sources: titles.join(', ') } }
  return {
    effects: [sayAs(words, data.listening)],
    memory: { ...remembered, phase: 'telling' },
    variables: keptSources(data, titles, context),
    candidates: sources.map(candidateOf),
    why,
  }
}

const candidateOf = ({ title, url }: Source) => ({ name: title, confidence: 1, ...(url === undefined ? {} : { value: url }) })

function sorry(data: AnswerConfig, context: NodeContext, remembered: AnswerMemory, code: NonNullable<AnswerMemory['noAnswer']>): Step {
  const words = renderText(data.unknownText, context)
  if (words === '') return { outcome: 'unknown', why: { code } }
  return { effects: [sayAs(words, data.listening)], memory: { ...remembered, phase: 'telling', noAnswer: code }, why: { code } }
}

function keptSources({ sourcesVariable }: AnswerConfig, titles: readonly string[], { head }: NodeContext): Variables {
  const declaration = head.variables.find(({ name }) => name === sourcesVariable)
  if (!declaration) return {}
  const value = declaration.type === 'list' ? titles : titles.join(', ')
  return isValueOf(declaration, value) ? { [sourcesVariable]: value } : {}
}
