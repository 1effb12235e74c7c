import type { Language } from './text.ts'

/** What the agent says where the author wrote nothing. Index 0 the first time, 1 from the second time on. */
export const phrases: Record<
  Language,
  {
    notUnderstood: readonly [string, string]
    notHeard: readonly [string, string]
    /** After {{ variable }}. */
    isThatRight: string
    or: string
    offerOne: (time: string) => string
    offerSeveral: (times: string) => string
    none: readonly string[]
    ordinals: readonly (readonly string[])[]
    yes: readonly string[]
    no: readonly string[]
  }
> = {
  en: {
    notUnderstood: ['Sorry, I did not understand.', 'I am sorry, I still did not understand.'],
    notHeard: ['Are you still there?', 'I cannot hear you.'],
    isThatRight: 'Is that right?',
    or: 'or',
    offerOne: (time) => `The nearest free time is ${time}. Shall I book it?`,
    offerSeveral: (times) => `I can offer ${times}. Which one suits you?`,
    none: ['none of them', 'none of those'],
    ordinals: [
      ['the first one', 'the first', 'first'],
      ['the second one', 'the second', 'second'],
      ['the third one', 'the third', 'third'],
    ],
    yes: ['yes', 'yeah', 'yes please', 'that is right', 'correct'],
    no: ['no', 'no thanks', 'no thank you', 'that is wrong'],
  },
  fr: {
    notUnderstood: ["Pardon, je n'ai pas compris.", "Excusez-moi, je n'ai toujours pas compris."],
    notHeard: ['Vous êtes toujours là ?', 'Je ne vous entends pas.'],
    isThatRight: "C'est bien cela ?",
    or: 'ou',
    offerOne: (time) => `Le prochain créneau libre est ${time}. Je le réserve ?`,
    offerSeveral: (times) => `Je peux vous proposer ${times}. Lequel vous convient ?`,
    none: ['aucun', 'aucun des trois'],
    ordinals: [
      ['le premier', 'premier'],
      ['le deuxième', 'le second', 'deuxième'],
      ['le troisième', 'troisième'],
    ],
    yes: ['oui', "oui s'il vous plaît", "c'est ça", "d'accord"],
    no: ['non', 'non merci', "ce n'est pas ça"],
  },
}
