import { apply, type Flow, type Language, type Operation, type SingleOperation } from '@parley/flow-runtime'
import { timeInWords } from '@parley/flow-runtime/authoring'
import { offerServices } from './offer-services.ts'
import type { Practice } from './practice.ts'
import { practiceParts } from './practice-parts.ts'
import { spokenDays } from './spoken-days.ts'
import { textsOf } from './texts-of.ts'

/** The edit that makes the appointment template a practice's own: its name, its hours, what can be booked. Nodes that are gone are left out. */
export function adaptFlow(flow: Flow, practice: Practice): Operation {
  const { greeting, hours, time } = practiceParts(flow)
  const [opens, closes] = [clock(practice.opens), clock(practice.closes)]
  const name = practice.name.replace(/[{}]/g, '').trim()
  const says = (node: { id: string } | undefined, field: string, words: Record<Language, string>): SingleOperation[] =>
    node ? [{ type: 'updateNode', id: node.id, data: { [field]: textsOf(flow, words) } }] : []
  const texts = [
    ...says(greeting, 'text', {
      en: `Hello, this is ${name}. I am the automatic assistant.`,
      fr: `Bonjour, ici ${name}. Je suis l'assistante automatique.`,
    }),
    ...says(hours, 'text', {
      en: `We are open ${spokenDays(practice.days, 'en')}, from ${opens.en} to ${closes.en}.`,
      fr: `Nous sommes ouverts ${spokenDays(practice.days, 'fr')}, de ${opens.fr} à ${closes.fr}.`,
    }),
    ...says(time, 'secondReprompt', {
      en: `Please tell me a time between ${opens.en} and ${closes.en}.`,
      fr: `Donnez-moi une heure entre ${opens.fr} et ${closes.fr}.`,
    }),
  ]
  return { type: 'batch', operations: [...texts, ...offerServices(texts.reduce(apply, flow), practice.services)] }
}

const clock = (time: string): Record<Language, string> => ({ en: timeInWords(time, 'en'), fr: timeInWords(time, 'fr') })
