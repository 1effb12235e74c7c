import * as z from 'zod'
import { defineNodeType, type NodeStep } from '../../node-type.ts'
import { renderText } from '../../render-text.ts'
import { language as languageName, localizedText } from '../../text.ts'
import { fixedTexts } from '../fixed-texts.ts'

export const language = defineNodeType({
  type: 'language',
  config: z.object({
    to: z.union([languageName, z.enum(['heard', 'contact'])]).default('heard'),
    /** Said in the new language, when it changes. */
    text: localizedText.default({}),
  }),
  memory: z.null(),
  editor: {
    title: { en: 'Language', fr: 'Langue' },
    icon: 'languages',
    group: 'call',
    help: {
      en: 'Switches recognition, voice and texts together.\n"As heard" takes the language the caller last spoke.\nExample: French, "Très bien, continuons en français."',
      fr: 'Change ensemble la reconnaissance, la voix et les textes.\n« Comme entendu » prend la langue que l’appelant vient de parler.\nExemple : anglais, « All right, let us go on in English. »',
    },
    fields: {
      to: {
        label: { en: 'Language', fr: 'Langue' },
        widget: 'choice',
        options: [
          { value: 'heard', label: { en: 'As heard', fr: 'Comme entendu' } },
          { value: 'contact', label: { en: 'The contact’s own', fr: 'Celle du contact' } },
          { value: 'en', label: { en: 'English', fr: 'Anglais' } },
          { value: 'fr', label: { en: 'French', fr: 'Français' } },
        ],
      },
      text: { label: { en: 'What the caller hears then', fr: 'Ce que l’appelant entend alors' }, widget: 'localizedText' },
    },
  },
  listens: false,
  outcomes: () => ['next'],
  speaks: ({ text }, flow, spoken) => fixedTexts(flow, spoken, text),
  enter({ to, text }, context): NodeStep<null> {
    const { state, head } = context
    const wanted = to === 'heard' ? state.heardLanguage : to === 'contact' ? state.facts.contact?.language : to
    if (!wanted || wanted === state.language || !head.languages.includes(wanted)) return { outcome: 'next', why: { code: 'languageStays' } }
    const words = renderText(text, { ...context, state: { ...state, language: wanted } })
    if (words === '') return { outcome: 'next', language: wanted, why: { code: 'languageSwitched' } }
    return { language: wanted, effects: [{ type: 'say', text: words, interruptible: true }], why: { code: 'languageSwitched' } }
  },
  on: (_config, event) =>
    event.type === 'speechFinished' ? { outcome: 'next', hasFloor: !event.completed, why: { code: 'everythingSaid' } } : {},
})
