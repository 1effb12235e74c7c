import type { NodeContext, NodeStep } from '../../node-type.ts'
import { phrases } from '../../phrases.ts'
import { variableExpectation, yesNoExpectation } from '../../recognition-hints.ts'
import { dateInWords } from '../../spoken-forms/date-in-words.ts'
import { timeInWords } from '../../spoken-forms/time-in-words.ts'
import { textIn } from '../../text.ts'
import type { Understanding } from '../../understanding.ts'
import type { Why } from '../../why/why.ts'
import { askAloud, repromptText, tooSilent } from '../reprompts.ts'
import { saidYes } from '../yes-no.ts'
import type { CallbackConfig, CallbackMemory } from './callback-config.ts'
import { type Moment, momentOf, saidTime } from './callback-time.ts'
import { callbackWords } from './callback-words.ts'
import { schedule, scheduleByDefault } from './scheduling.ts'

type Step = NodeStep<CallbackMemory>

export function putQuestion(data: CallbackConfig, context: NodeContext, memory: CallbackMemory, before = ''): Step {
  const { state, head } = context
  const question = textIn(data.question, state.language, head.languages[0] ?? 'en')
  return { ...speak(data, `${before} ${question}`.trim(), 'dateTime', context), memory }
}

/** Reads the moment back to be confirmed. */
export function readBack(data: CallbackConfig, moment: Moment, context: NodeContext, remembered: CallbackMemory, before = ''): Step {
  const { head, state } = context
  const { language } = state
  const words = callbackWords[language].readBack(dateInWords(moment.date, language), timeInWords(moment.time, language))
  const template = textIn(data.confirmText, language, head.languages[0] ?? 'en') || `${words} ${phrases[language].isThatRight}`
  const overlay = { [data.date]: moment.date, [data.time]: moment.time }
  const expectation = yesNoExpectation(expectationOf('dateTime', context).hints, language)
  const asked = askAloud(`${before} ${template}`.trim(), expectation, context, { overlay, listening: data.listening })
  return { ...asked, memory: { ...remembered, phase: 'confirming' } }
}

/** What the contact's words lead to. */
export function decideTime(data: CallbackConfig, result: Understanding, context: NodeContext, remembered: CallbackMemory): Step {
  const said = saidTime(result, context)
  const isConfirming = remembered.phase === 'confirming'
  const readBackNow = isConfirming ? momentOf(remembered, context) : undefined
  const yes = isConfirming ? saidYes(result, context) : undefined
  const isNew = (said.date ?? readBackNow?.date) !== readBackNow?.date || (said.time ?? readBackNow?.time) !== readBackNow?.time
  if (isNew) return takeTime(data, { ...remembered, ...said }, context, remembered)
  if (readBackNow && (yes === true || (yes === undefined && Object.keys(said).length > 0))) return schedule(data, readBackNow, context)
  if (yes === false) return again(data, { code: 'answerRefused' }, context, { ...remembered, phase: 'asking', date: null, time: null })
  return again(data, { code: isConfirming ? 'neitherYesNorNo' : 'answerMissing' }, context, remembered)
}

function takeTime(data: CallbackConfig, memory: CallbackMemory, context: NodeContext, before: CallbackMemory): Step {
  const moment = momentOf(memory, context)
  if (moment) {
    const code = before.phase === 'confirming' ? 'answerCorrected' : 'answerReadBack'
    return { ...readBack(data, moment, context, memory), why: { code } }
  }
  if (memory.time !== null)
    return again(data, { code: 'callbackTimePast' }, context, { ...memory, phase: 'asking', date: null, time: null })
  const why: Why = { code: 'callbackTimeMissing' }
  // A day alone gets its own question once; from then on it is an answer that misses.
  if (before.date !== null) return again(data, why, context, memory)
  return { ...speak(data, callbackWords[context.state.language].whatTime, 'time', context), memory, why }
}

/** Asks again for what is still missing, until tries or silences are used up; then the default counts. */
export function again(data: CallbackConfig, why: Why, context: NodeContext, remembered: CallbackMemory): Step {
  const isSilence = why.code === 'callerSilent'
  const tries = remembered.tries + (isSilence ? 0 : 1)
  const silences = remembered.silences + (isSilence ? 1 : 0)
  if (tries >= data.maxTries || tooSilent(silences, context, data.listening)) return scheduleByDefault(data, context)
  const memory = { ...remembered, tries, silences }
  const { head, state } = context
  const { language } = state
  const nth = isSilence ? silences : tries
  const sorry = phrases[language][isSilence ? 'notHeard' : 'notUnderstood'][nth === 1 ? 0 : 1]
  const moment = memory.phase === 'confirming' ? momentOf(memory, context) : undefined
  if (moment) return { ...readBack(data, moment, context, memory, isSilence ? sorry : ''), why }
  const asking: CallbackMemory = { ...memory, phase: 'asking' }
  if (why.code === 'answerRefused') return { ...putQuestion(data, context, asking), why }
  if (why.code === 'callbackTimePast') return { ...putQuestion(data, context, asking, callbackWords[language].past), why }
  if (memory.date !== null) {
    return { ...speak(data, `${sorry} ${callbackWords[language].whatTime}`, 'time', context), memory: asking, why }
  }
  const text = repromptText(data, isSilence ? 'notHeard' : 'notUnderstood', nth, head, language)
  return { ...speak(data, text, 'dateTime', context), memory: asking, why }
}

const speak = ({ listening }: CallbackConfig, text: string, kind: 'time' | 'dateTime', context: NodeContext) =>
  askAloud(text, expectationOf(kind, context), context, { listening })

const expectationOf = (type: 'time' | 'dateTime', { state }: NodeContext) =>
  variableExpectation({ name: '', type, pii: false }, [], state.language)
