import type { Language } from './text.ts'

/** What the agent says where the author wrote nothing. Index 0 the first time, 1 from the second time on. */
export const phrases: Record<
  Language,
  {
    notUnderstood: readonly [string, string]
    notHeard: readonly [string, string]
    /** After {{ variable }}. */
    isThatRight: string
    /** After a read-back that may be answered by keys. */
    yesNoKeys: string
    notPossible: string
    /** Several answers read back. */
    allNoted: (answers: readonly (readonly [label: string, value: string])[]) => string
    whatToChange: string
    spellIt: string
    /** Words said between letters. */
    spelling: readonly string[]
    /** 0 to 9, by name. */
    digits: readonly string[]
    or: string
    offerOne: (time: string) => string
    offerSeveral: (times: string) => string
    none: readonly string[]
    ordinals: readonly (readonly string[])[]
    yes: readonly string[]
    no: readonly string[]
    /** To a colleague who is to take a call over: who calls ('' when it is not known) and what is known of the call. */
    briefing: (caller: string, known: readonly (readonly [label: string, value: string])[]) => string
    takeTheCall: string
  }
> = {
  en: {
    notUnderstood: ['Sorry, I did not understand.', 'I am sorry, I still did not understand.'],
    notHeard: ['Are you still there?', 'I cannot hear you.'],
    isThatRight: 'Is that right?',
    yesNoKeys: 'You can also press 1 for yes and 2 for no.',
    allNoted: (answers) => `I have noted: ${answers.map((answer) => answer.join(': ')).join('; ')}. Is that right?`,
    whatToChange: 'What shall I change?',
    notPossible: 'I am sorry, that is not possible.',
    spellIt: 'Please spell it for me, letter by letter.',
    spelling: ['as in', 'double', 'dash', 'apostrophe'],
    digits: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
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
    briefing: (caller, known) =>
      [`${caller === '' ? 'A caller' : caller} wants to talk to you.`, ...known.map(([label, value]) => `${label}: ${value}.`)].join(' '),
    takeTheCall: 'Press 1 to take the call, or 2 to decline.',
  },
  fr: {
    notUnderstood: ["Pardon, je n'ai pas compris.", "Excusez-moi, je n'ai toujours pas compris."],
    notHeard: ['Vous êtes toujours là ?', 'Je ne vous entends pas.'],
    isThatRight: "C'est bien cela ?",
    yesNoKeys: 'Vous pouvez aussi taper 1 pour oui et 2 pour non.',
    allNoted: (answers) => `J'ai noté : ${answers.map((answer) => answer.join(' : ')).join(' ; ')}. C'est bien cela ?`,
    whatToChange: 'Que faut-il changer ?',
    notPossible: "Je suis désolée, ce n'est pas possible.",
    spellIt: "Pouvez-vous l'épeler, lettre par lettre ?",
    spelling: ['comme', 'deux', 'tiret', 'apostrophe'],
    digits: ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'],
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
    briefing: (caller, known) =>
      [`${caller === '' ? 'Un appelant' : caller} souhaite vous parler.`, ...known.map(([label, value]) => `${label} : ${value}.`)].join(
        ' ',
      ),
    takeTheCall: "Tapez 1 pour prendre l'appel, ou 2 pour refuser.",
  },
}
