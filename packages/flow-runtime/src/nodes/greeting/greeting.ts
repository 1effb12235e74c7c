import * as z from 'zod'
import type { FlowHead } from '../../flow-head.ts'
import { defineNodeType, type NodeStep } from '../../node-type.ts'
import { renderText } from '../../render-text.ts'
import { type LocalizedText, localizedText, textIn } from '../../text.ts'
import { spoken } from '../say-once.ts'

export const greeting = defineNodeType({
  type: 'greeting',
  config: z.object({ text: localizedText.default({}), interruptible: z.boolean().default(true) }),
  memory: z.null(),
  editor: {
    title: { en: 'Greeting', fr: 'Accueil' },
    icon: 'hand',
    group: 'speak',
    help: {
      en: 'The first words of the call.\nSay who is speaking and that it is an assistant.\nExample: "Hello, Bright Smile Dental, this is the automatic assistant."',
      fr: 'Les premiers mots de l’appel.\nDites qui parle et qu’il s’agit d’un assistant.\nExemple : « Bonjour, cabinet Bright Smile, ici l’assistant automatique. »',
    },
    fields: {
      text: {
        label: { en: 'What the caller hears first', fr: 'Ce que l’appelant entend d’abord' },
        widget: 'localizedText',
        required: true,
      },
      interruptible: { label: { en: 'The caller may interrupt', fr: 'L’appelant peut interrompre' }, widget: 'toggle' },
    },
  },
  listens: false,
  outcomes: () => ['next'],
  speaks({ text }, flow, language) {
    const words = [text, ...disclosures(flow)].map((part) => textIn(part, language, flow.languages[0] ?? 'en').trim())
    return [words.filter((part) => part !== '').join(' ')].filter((all) => all !== '')
  },
  enter({ text, interruptible }, context): NodeStep<null> {
    const notices = disclosures(context.head)
    const words = [text, ...notices].map((part) => renderText(part, context)).filter((part) => part !== '')
    if (words.length === 0) return { outcome: 'next', why: { code: 'nothingToSay' } }
    // What the law wants heard is heard to its end.
    return { effects: [{ type: 'say', text: words.join(' '), interruptible: interruptible && notices.length === 0 }] }
  },
  on: (_config, event) => spoken(event),
})

/** What the flow's settings want said at the start of every call. */
function disclosures({ settings }: FlowHead): LocalizedText[] {
  const { ai, recording, aiText, recordingText } = settings.disclosure
  return [...(ai ? [aiText] : []), ...(recording && settings.recording.enabled ? [recordingText] : [])]
}
