import type { NodeContext, NodeStep } from '../../node-type.ts'
import { keyPauseMs } from '../key-pause.ts'
import { listenOnly } from '../reprompts.ts'
import { canBeTyped, isEntryComplete, typedValue, withKey } from '../typed-value.ts'
import { slotRequest, understand } from '../understand-request.ts'
import { accept, decideYesNo } from './answer.ts'
import { type AskConfig, type AskMemory, askedVariable } from './ask-config.ts'
import { aloud, answerExpectation, askAgain } from './questions.ts'

type Step = NodeStep<AskMemory>

/** A key: to a read-back 1 is yes and 2 is no; otherwise it belongs to the answer, which `#` or a pause ends. */
export function takeKey(data: AskConfig, key: string, context: NodeContext, remembered: AskMemory): Step {
  const variable = askedVariable(data, context.head)
  if (!data.keypad || !canBeTyped(variable)) return {}
  if (remembered.phase === 'confirming') return key === '1' || key === '2' ? decideYesNo(data, key === '1', context, remembered) : {}
  if (key === '#') return remembered.digits === '' ? {} : endEntry(data, context, remembered)
  const memory = { ...remembered, asked: true, digits: withKey(variable, remembered.digits, key) }
  return isEntryComplete(variable, memory.digits) ? endEntry(data, context, memory) : awaitKeys(data, context, memory)
}

/** Listens on until the pause that ends an entry. */
export function awaitKeys(data: AskConfig, context: NodeContext, memory: AskMemory): Step {
  const begun = memory.digits !== ''
  const how = aloud(data, context, begun)
  const listening = begun ? { ...data.listening, waitMs: keyPauseMs } : data.listening
  return { ...listenOnly(answerExpectation(data, context, memory), context, { ...how, listening }), memory }
}

/** Takes the keys as the answer, just as if it had been said. */
export function endEntry(data: AskConfig, context: NodeContext, remembered: AskMemory): Step {
  const variable = askedVariable(data, context.head)
  const { digits } = remembered
  const memory: AskMemory = { ...remembered, digits: '', words: digits, wordsConfidence: 1 }
  if (variable.type === 'phone') return { effects: [understand(digits, { slots: [slotRequest(variable)] }, context)], memory }
  const value = typedValue(variable, digits, context)
  if (value === undefined) return askAgain(data, 'notUnderstood', context, memory, { code: 'keysFitNoAnswer' })
  return accept(data, value, context, memory, { code: 'answerTyped' })
}
