import { defineNodeType, type NodeStep } from '../../node-type.ts'
import { phrases } from '../../phrases.ts'
import { textIn } from '../../text.ts'
import { visitsOf } from '../../visits.ts'
import { fixedTexts } from '../fixed-texts.ts'
import { questionTexts } from '../reprompts.ts'
import { slotCandidates, understand } from '../understand-request.ts'
import { change, changeSlots } from './changing.ts'
import { fill, firstWords, openSlots } from './filling.ts'
import { entriesOf, type FormMemory, formConfig, formMemory, isKnown, missing } from './form-config.ts'
import { formEditor } from './form-editor.ts'
import { askAgain, listenFor } from './questions.ts'

type Step = NodeStep<FormMemory>

export const form = defineNodeType({
  type: 'form',
  config: formConfig,
  memory: formMemory,
  editor: formEditor,
  listens: true,
  outcomes: () => ['done', 'gaveUp', 'silent'],
  speaks(data, flow, language) {
    const { notHeard, notUnderstood, whatToChange } = phrases[language]
    const questions = data.fields.flatMap((one) => questionTexts({ ...one, secondReprompt: {} }, flow, language))
    const again = [...notHeard, ...notUnderstood]
    const confirmations = fixedTexts(flow, language, data.confirmText).flatMap((text) => [
      text,
      ...again.map((before) => `${before} ${text}`),
    ])
    return [...questionTexts({ ...data, reprompt: {}, secondReprompt: {} }, flow, language), ...questions, ...confirmations, whatToChange]
  },
  enter(data, context): Step {
    const { state, nodeId } = context
    const entries = entriesOf(data, context)
    const anyKnown = entries.some((entry) => isKnown(entry, context))
    const open = missing(data, context)
    const mayPass = data.skipIfKnown && anyKnown && visitsOf(state, nodeId) === 1
    if (mayPass && open.length === 0) return { outcome: 'done', why: { code: 'answerKnown' } }
    const invites = textIn(data.question, state.language, context.head.languages[0] ?? 'en') !== ''
    const asking = invites && !anyKnown ? '' : (open[0]?.variable ?? '')
    const memory: FormMemory = { tries: 0, silences: 0, phase: 'asking', asking, asked: !state.hasFloor, narrowed: false, instead: {} }
    if (state.hasFloor) return { ...listenFor(data, asking, context), memory, why: { code: 'callerSpeaksAlready' } }
    return { ...firstWords(data, context, memory), hasFloor: false }
  },
  on(data, event, context, remembered): Step {
    if (event.type === 'contactSilent') {
      if (remembered.asked) return askAgain(data, 'notHeard', context, remembered, { code: 'callerSilent' })
      return { ...firstWords(data, context, { ...remembered, asked: true }), why: { code: 'questionDue' } }
    }
    if (event.type === 'contactSaid') {
      const words = event.text.trim()
      if (words === '') return askAgain(data, 'notUnderstood', context, remembered, { code: 'noWords' })
      const slots = remembered.phase === 'asking' ? openSlots(data, context, remembered) : changeSlots(data, context)
      return { effects: [understand(words, { slots }, context)], memory: { ...remembered, narrowed: false, instead: {} } }
    }
    if (event.type !== 'understood') return {}
    const step = remembered.phase === 'asking' ? fill : change
    return { candidates: slotCandidates(event.result), ...step(data, event.result, context, remembered) }
  },
})
