import type { Language } from '@parley/flow-runtime'

/** What a phrase tells: `machine` alone is enough; `perhaps` is said by both, and two different ones are enough; `human` waits for an answer. */
export type Tells = 'machine' | 'perhaps' | 'human'
/** `alone`: counts only when it is all that was said. */
type Phrase = { id: string; tells: Tells; alone?: true; en: readonly string[]; fr: readonly string[] }

const phrases: readonly Phrase[] = [
  {
    id: 'leaveMessage',
    tells: 'machine',
    en: ['leave a message', 'leave me a message', 'leave us a message', 'leave your message', 'leave your name', 'record your message'],
    fr: [
      'laissez un message',
      'laissez moi un message',
      'laissez nous un message',
      'laisser un message',
      'laissez votre message',
      'laisser votre message',
      'laissez vos coordonnees',
      'laissez moi vos coordonnees',
      'enregistrer votre message',
    ],
  },
  {
    id: 'afterTone',
    tells: 'machine',
    en: ['after the tone', 'after the beep', 'at the tone', 'at the beep'],
    fr: ['apres le signal sonore', 'apres le bip', 'apres le signal', 'apres la tonalite', 'au signal sonore'],
  },
  {
    id: 'voicemail',
    tells: 'machine',
    en: ['voicemail', 'voice mail', 'answering machine', 'mailbox', 'automated voice messaging', 'voice messaging system'],
    fr: ['messagerie', 'boite vocale', 'repondeur'],
  },
  {
    id: 'reached',
    tells: 'perhaps',
    en: ['you have reached', 'you ve reached', 'the number you have dialed', 'the number you have dialled', 'the person you are calling'],
    fr: ['vous etes bien sur', 'vous etes bien chez', 'vous etes sur', 'le numero que vous avez', 'votre correspondant'],
  },
  {
    id: 'notAvailable',
    tells: 'perhaps',
    en: [
      'not available',
      'unavailable',
      'can t come to the phone',
      'cannot come to the phone',
      'can t take your call',
      'cannot take your call',
      'can t answer',
      'not able to answer',
      'unable to take your call',
      'not here right now',
      'not at home',
    ],
    fr: [
      'pas disponible',
      'indisponible',
      'pas joignable',
      'injoignable',
      'ne peux pas vous repondre',
      'ne pouvons pas vous repondre',
      'ne puis vous repondre',
      'absent pour le moment',
      'pas la pour le moment',
    ],
  },
  {
    id: 'callBack',
    tells: 'perhaps',
    en: ['get back to you', 'call you back', 'return your call'],
    fr: ['vous rappelle', 'vous rappellerai', 'vous rappellerons', 'vous recontacter'],
  },
  {
    id: 'hello',
    tells: 'human',
    alone: true,
    en: ['hello', 'hi', 'yes', 'yeah', 'hello yes', 'yes hello', 'speaking', 'good morning', 'good afternoon', 'hello hello'],
    fr: ['allo', 'oui', 'oui allo', 'allo oui', 'oui bonjour', 'bonjour', 'allo bonjour', 'j ecoute', 'allo allo'],
  },
  {
    id: 'asks',
    tells: 'human',
    en: ['who is this', 'who s this', 'who is calling', 'who s calling', 'how can i help', 'how may i help', 'what can i do for you'],
    fr: [
      'qui est ce',
      'c est qui',
      'qui est a l appareil',
      'c est de la part de qui',
      'puis je vous aider',
      'puis je faire pour vous',
      'je vous ecoute',
    ],
  },
]

/** Text as phrases are written: lower case, no accents, no signs. */
const plain = (text: string) =>
  ` ${text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

const wordings = (phrase: Phrase) => [...phrase.en, ...phrase.fr]

/** The phrases in what was said, whatever the language. */
export function phrasesIn(text: string): { id: string; tells: Tells }[] {
  const said = plain(text)
  return phrases.filter((phrase) => {
    return wordings(phrase).some((words) => (phrase.alone ? said === ` ${words} ` : said.includes(` ${words} `)))
  })
}

/** What a recogniser may expect to hear at the beginning of a call. */
export const phraseHints = (language: Language): string[] => phrases.flatMap((phrase) => phrase[language])
