import type { NodeContext, NodeStep } from '../../node-type.ts'
import type { Understanding } from '../../understanding.ts'
import { answersRather, slotRequest } from '../understand-request.ts'
import { type AskConfig, askedVariable } from './ask-config.ts'

export const escapeIntents = ({ escapes }: Pick<AskConfig, 'escapes'>): string[] => [...new Set(escapes.flatMap(({ intents }) => intents))]

export const escapeNames = ({ escapes }: Pick<AskConfig, 'escapes'>): string[] =>
  escapes.map(({ name }) => name).filter((name) => name !== '')

/** The way out of the question that the contact's words mean, unless they rather answer it. */
export function escapeTaken(data: AskConfig, result: Understanding, { head }: NodeContext): NodeStep<never> | undefined {
  const { intent, confidence } = result
  if (intent === null || confidence < head.settings.understanding.threshold) return undefined
  if (answersRather(result, [slotRequest(askedVariable(data, head))])) return undefined
  const way = data.escapes.find(({ name, intents }) => name !== '' && intents.includes(intent))
  if (!way) return undefined
  return { outcome: way.name, why: { code: 'escapeTaken', values: { intent, confidence: Math.round(confidence * 100) } } }
}
