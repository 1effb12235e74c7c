import { defineNodeType, type NodeStep } from '../../node-type.ts'
import { questionTexts } from '../reprompts.ts'
import { slotCandidates, understand } from '../understand-request.ts'
import { yesNoSlot } from '../yes-no.ts'
import { askAgain, decideConsent, putQuestion, recordConsent } from './asking.ts'
import { type ConsentMemory, consentConfig, consentMemory } from './consent-config.ts'
import { consentEditor } from './consent-editor.ts'

export const consent = defineNodeType({
  type: 'consent',
  config: consentConfig,
  memory: consentMemory,
  editor: consentEditor,
  listens: ({ mode }) => mode === 'ask',
  outcomes: ({ mode }) => (mode === 'ask' ? ['given', 'refused'] : [mode]),
  speaks: (data, flow, language) => (data.mode === 'ask' ? questionTexts(data, flow, language) : []),
  enter(data, context): NodeStep<ConsentMemory> {
    if (data.mode !== 'ask') return recordConsent(data, data.mode)
    return { ...putQuestion(data, context), memory: { tries: 0, silences: 0, heard: false }, hasFloor: false }
  },
  on(data, event, context, remembered): NodeStep<ConsentMemory> {
    switch (event.type) {
      case 'speechFinished':
        return event.completed ? { memory: { ...remembered, heard: true } } : {}
      case 'contactSilent':
        return askAgain(data, { code: 'callerSilent' }, context, remembered)
      case 'contactSaid': {
        const words = event.text.trim()
        if (words === '') return askAgain(data, { code: 'noWords' }, context, remembered)
        return { effects: [understand(words, { slots: [yesNoSlot] }, context)] }
      }
      case 'understood':
        return { ...decideConsent(data, event.result, context, remembered), candidates: slotCandidates(event.result) }
      default:
        return {}
    }
  },
})
