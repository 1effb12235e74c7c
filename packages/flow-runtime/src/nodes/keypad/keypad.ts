import { defineNodeType, type NodeStep } from '../../node-type.ts'
import { visitsOf } from '../../visits.ts'
import { questionTexts } from '../reprompts.ts'
import { understand } from '../understand-request.ts'
import { freshQuestion, noteHeard, wordsBeforeQuestion } from '../words-before-question.ts'
import { decide, endEntry, takeKey, wantedSlots } from './entry.ts'
import { type KeypadMemory, keypadConfig, keypadMemory } from './keypad-config.ts'
import { keypadEditor } from './keypad-editor.ts'
import { askAgain, listenOn, putQuestion } from './questions.ts'

type Step = NodeStep<KeypadMemory>

export const keypad = defineNodeType({
  type: 'keypad',
  config: keypadConfig,
  memory: keypadMemory,
  editor: keypadEditor,
  listens: true,
  outcomes({ mode, keys }) {
    const names = mode === 'menu' ? keys.map(({ name }) => name).filter((name) => name !== '') : ['done']
    return [...new Set([...names, 'invalid', 'silent'])]
  },
  speaks: (data, flow, language) => questionTexts(data, flow, language),
  enter(data, context): Step {
    const fresh = { digits: '', entry: 1, visit: visitsOf(context.state, context.nodeId) }
    const put = putQuestion(data, context, fresh)
    const memory: KeypadMemory = { tries: 0, silences: 0, ...freshQuestion(put.question, context), ...fresh }
    return { ...put, memory, hasFloor: false }
  },
  on(data, event, context, remembered): Step {
    switch (event.type) {
      case 'speechFinished':
        return noteHeard(event, remembered)
      case 'keyPressed':
        return takeKey(data, event.key, context, remembered)
      case 'contactSilent':
        if (remembered.digits !== '') return endEntry(data, context, remembered)
        return askAgain(data, 'notHeard', context, remembered, { code: 'callerSilent' })
      case 'contactSaid': {
        const before = wordsBeforeQuestion(context, remembered, {
          put: () => putQuestion(data, context, remembered),
          listen: () => listenOn(data, context, remembered),
        })
        if (before) return before
        const words = event.text.trim()
        // Whoever types reads along aloud: nothing said between two keys counts.
        if (remembered.digits !== '') return listenOn(data, context, remembered)
        if (words === '') return askAgain(data, 'notUnderstood', context, remembered, { code: 'noWords' })
        return { effects: [understand(words, { slots: wantedSlots(data, context) }, context)], memory: { ...remembered, asked: true } }
      }
      case 'understood':
        return decide(data, event.result, context, remembered)
      default:
        return {}
    }
  },
})
