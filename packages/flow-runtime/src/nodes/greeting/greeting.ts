import { z } from 'zod'
import { defineNodeType } from '../../node-type.ts'
import { localizedText } from '../../text.ts'
import { fixedTexts } from '../fixed-texts.ts'
import { sayOnce, spoken } from '../say-once.ts'

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
  speaks: ({ text }, flow, language) => fixedTexts(flow, language, text),
  enter: ({ text, interruptible }, context) => sayOnce(text, interruptible, context),
  on: (_config, event) => spoken(event),
})
