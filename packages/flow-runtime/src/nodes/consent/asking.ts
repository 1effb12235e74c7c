import type { CallRecord } from '../../effects.ts'
import type { NodeContext, NodeStep } from '../../node-type.ts'
import { yesNoExpectation } from '../../recognition-hints.ts'
import { textIn } from '../../text.ts'
import type { Understanding } from '../../understanding.ts'
import type { Why } from '../../why/why.ts'
import { askAloud, listenOnly, repromptText, tooSilent } from '../reprompts.ts'
import { saidYes } from '../yes-no.ts'
import type { ConsentConfig, ConsentMemory } from './consent-config.ts'

type Step = NodeStep<ConsentMemory>

/** The ledger's entry, in the very step that leaves the node. */
export function recordConsent({ purpose, mode }: ConsentConfig, outcome: 'given' | 'refused', why?: Why): Step {
  const usual: Why = { code: outcome === 'given' ? 'consentGiven' : 'consentRefused', values: { purpose } }
  const entry: CallRecord = { what: 'consent', purpose, given: outcome === 'given' }
  if (mode !== 'ask') entry.unasked = true
  return { effects: [{ type: 'record', entry }], outcome, why: why ?? usual }
}

export function putQuestion(data: ConsentConfig, context: NodeContext) {
  return speak(data, textIn(data.question, context.state.language, context.head.languages[0] ?? 'en'), context)
}

/** A no counts whenever it is said; a yes only once the question was heard to its end. */
export function decideConsent(data: ConsentConfig, result: Understanding, context: NodeContext, remembered: ConsentMemory): Step {
  const yes = saidYes(result, context)
  if (yes === false) return recordConsent(data, 'refused')
  if (yes === true && remembered.heard) return recordConsent(data, 'given')
  return askAgain(data, { code: yes === true ? 'questionNotHeard' : 'neitherYesNorNo' }, context, remembered)
}

/** Asks another way, and the whole question as long as it was not heard, until tries or silences are used up: that is a no. */
export function askAgain(data: ConsentConfig, why: Why, context: NodeContext, remembered: ConsentMemory): Step {
  if (isBeingAsked(context)) {
    return { ...listenOnly(expectation(context), context, data), why: { code: 'wordsBeforeQuestion' } }
  }
  const isSilence = why.code === 'callerSilent'
  const tries = remembered.tries + (isSilence ? 0 : 1)
  const silences = remembered.silences + (isSilence ? 1 : 0)
  if (tries >= data.maxTries || tooSilent(silences, context, data.listening)) {
    return recordConsent(data, 'refused', { code: 'consentUnclear', values: { purpose: data.purpose } })
  }
  const { head, state } = context
  const questions = remembered.heard ? data : { question: data.question, reprompt: '', secondReprompt: '' }
  const text = repromptText(questions, isSilence ? 'notHeard' : 'notUnderstood', isSilence ? silences : tries, head, state.language)
  return { ...speak(data, text, context), memory: { ...remembered, tries, silences }, why }
}

/** The node's own words are still being spoken: what is said meanwhile does not answer them. */
const isBeingAsked = ({ state, nodeId }: NodeContext) =>
  state.awaiting.some((effect) => effect.type === 'say' && effect.nodeId === nodeId && !effect.aside)

const expectation = ({ state }: NodeContext) => yesNoExpectation([], state.language)

const speak = ({ listening }: ConsentConfig, text: string, context: NodeContext) =>
  askAloud(text, expectation(context), context, { listening })
