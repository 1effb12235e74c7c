import { defineNodeType, type NodeContext, type NodeStep } from '../../node-type.ts'
import { visitsOf } from '../../visits.ts'
import { fixedTexts } from '../fixed-texts.ts'
import { questionTexts } from '../reprompts.ts'
import { slotCandidates, understand } from '../understand-request.ts'
import { yesNoSlot } from '../yes-no.ts'
import { again, decideTime, putQuestion, readBack } from './agreeing.ts'
import { type CallbackConfig, type CallbackMemory, callbackConfig, callbackMemory } from './callback-config.ts'
import { callbackEditor } from './callback-editor.ts'
import { type Moment, momentOf, timeSlots } from './callback-time.ts'
import { callbackWords } from './callback-words.ts'

const fresh: CallbackMemory = { tries: 0, silences: 0, phase: 'asking', date: null, time: null }

export const callback = defineNodeType({
  type: 'callback',
  config: callbackConfig,
  memory: callbackMemory,
  editor: callbackEditor,
  listens: true,
  outcomes: () => ['scheduled'],
  speaks: (data, flow, language) => [
    ...questionTexts(data, flow, language),
    callbackWords[language].whatTime,
    ...fixedTexts(flow, language, data.confirmText),
  ],
  enter(data, context): NodeStep<CallbackMemory> {
    const known = knownMoment(data, context)
    const step = known
      ? { ...readBack(data, known, context, { ...fresh, date: known.date, time: known.time }), why: { code: 'answerReadBack' as const } }
      : putQuestion(data, context, fresh)
    return { ...step, hasFloor: false }
  },
  on(data, event, context, remembered): NodeStep<CallbackMemory> {
    switch (event.type) {
      case 'contactSilent':
        return again(data, { code: 'callerSilent' }, context, remembered)
      case 'contactSaid': {
        const words = event.text.trim()
        if (words === '') return again(data, { code: 'noWords' }, context, remembered)
        const slots = remembered.phase === 'confirming' ? [yesNoSlot, ...timeSlots] : timeSlots
        return { effects: [understand(words, { slots }, context)] }
      }
      case 'understood':
        return { ...decideTime(data, event.result, context, remembered), candidates: slotCandidates(event.result) }
      default:
        return {}
    }
  },
})

/** What the contact has said before, when the node is entered for the first time. */
function knownMoment({ date, time }: CallbackConfig, context: NodeContext): Moment | undefined {
  const { variables } = context.state
  const [day, clock] = [variables[date], variables[time]]
  if (visitsOf(context.state, context.nodeId) !== 1 || typeof day !== 'string' || typeof clock !== 'string') return undefined
  return momentOf({ date: day, time: clock }, context)
}
