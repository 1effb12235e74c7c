import * as z from 'zod'
import type { NodeContext, NodeEvent, NodeStep } from '../node-type.ts'

/** What a node remembers that must not be answered before its question was heard. */
export const questionHeard = {
  /** The question reached the contact, at least its first words. */
  asked: z.boolean(),
  /** The contact was speaking when the node was entered. */
  hadFloor: z.boolean(),
  /** Words from before the question were set aside once. */
  setAside: z.boolean(),
}
type QuestionHeard = { asked: boolean; hadFloor: boolean; setAside: boolean }

/** `question`: what is asked on entering; without one there is nothing to hear first. */
export const freshQuestion = (question: string | undefined, { state }: NodeContext): QuestionHeard => ({
  asked: question === undefined,
  hadFloor: state.hasFloor,
  setAside: false,
})

/** A question of which something was heard counts as asked. */
export function noteHeard<Memory extends QuestionHeard>(
  { completed, heard }: Extract<NodeEvent, { type: 'speechFinished' }>,
  remembered: Memory,
): NodeStep<Memory> {
  return completed || heard.trim() !== '' ? { memory: { ...remembered, asked: true } } : {}
}

/**
 * Words that began before the question could be heard do not answer it: the question is put first, once. Undefined: they may answer.
 * `put` asks the question, `listen` listens while it is still being said.
 */
export function wordsBeforeQuestion<Memory extends QuestionHeard>(
  { state }: NodeContext,
  remembered: Memory,
  { put, listen }: { put(): Pick<NodeStep<null>, 'effects' | 'question'>; listen(): Pick<NodeStep<null>, 'effects'> },
): NodeStep<Memory> | undefined {
  if (remembered.asked || remembered.setAside) return undefined
  const memory = { ...remembered, setAside: true }
  const stillToBeSaid = state.awaiting.some(({ type }) => type === 'say')
  if (!stillToBeSaid) return { ...put(), memory, why: { code: 'questionNotHeard' } }
  if (!remembered.hadFloor) return undefined
  return { ...listen(), memory, why: { code: 'wordsBeforeQuestion' } }
}
