import * as z from 'zod'
import { defineNodeType } from '../../node-type.ts'
import { localizedText } from '../../text.ts'
import { fixedTexts } from '../fixed-texts.ts'
import { sayOnce, spoken } from '../say-once.ts'

export const say = defineNodeType({
  type: 'say',
  config: z.object({ text: localizedText.default({}), interruptible: z.boolean().default(true) }),
  memory: z.null(),
  editor: {
    title: { en: 'Say', fr: 'Dire' },
    icon: 'message-square',
    group: 'speak',
    help: {
      en: 'Says something and goes on.\nVariables go between double braces.\nExample: "You are booked for {{ day }} at {{ time }}."',
      fr: 'Dit quelque chose, puis continue.\nLes variables s’écrivent entre doubles accolades.\nExemple : « Vous avez rendez-vous {{ day }} à {{ time }}. »',
    },
    fields: {
      text: { label: { en: 'What the caller hears', fr: 'Ce que l’appelant entend' }, widget: 'localizedText', required: true },
      interruptible: { label: { en: 'The caller may interrupt', fr: 'L’appelant peut interrompre' }, widget: 'toggle' },
    },
  },
  listens: false,
  outcomes: () => ['next'],
  speaks: ({ text }, flow, language) => fixedTexts(flow, language, text),
  enter: ({ text, interruptible }, context) => sayOnce(text, interruptible, context),
  on: (_config, event) => spoken(event),
})
