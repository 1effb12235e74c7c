import type { SpeechSessionOptions } from '@parley/testing'
import type { ToSpeak } from '../utterances.ts'
import type { Transport } from '../voice-bench.ts'
import { bakery, talkingBakery } from './bakery-flow.ts'

type Said = { text: string; afterSilenceMs: number } | { text: string; intoSpeechMs: number }

export type CallScript = {
  /** Of the file, after its number. */
  name: string
  title: string
  listenFor: string
  transport: Transport
  flow: object
  says: readonly Said[]
  /** How late the vendors are, milliseconds; the model's words, when one talks. */
  delays?: { recognitionMs: number; modelMs: number; synthesisMs: number }
  model?: { says?: string; slowMs: number }
  synthesisFault?: SpeechSessionOptions['synthesis']
  /** The recognisers' sockets break so long after the caller began to speak. */
  dropAfterMs?: number
  /** Root mean square of the noise behind the caller. */
  noise?: number
  leaveAfterSilenceMs?: number
}

const hours = 'What are your opening hours?'
const announcement =
  'Welcome to the bakery on Oak Lane. We bake bread every night, rolls every morning, and cakes on Fridays. Please tell me what you would like to know about our bread, our prices or our shop.'
const saturday = 'We are open from eight to six on weekdays, and from nine to one on Saturdays, but we are closed on Sundays.'
const french = 'Et le dimanche, vous êtes ouverts ?'
const noThanks = { text: 'No thank you.', afterSilenceMs: 800 }
const asksHours = { text: hours, afterSilenceMs: 800 }
const socket = { transport: 'socket', flow: bakery() } as const

/** The calls in their order. */
export const callScripts: readonly CallScript[] = [
  {
    ...socket,
    name: 'opening-hours',
    title: 'Opening hours, by telephone',
    listenFor: 'The usual case: quick answers of known words, nothing cut off at either end.',
    says: [asksHours, noThanks],
  },
  {
    ...socket,
    transport: 'room',
    name: 'browser-room',
    title: 'The same in a browser’s room',
    listenFor: 'WebRTC both ways: the same answers, a little later.',
    says: [asksHours, noThanks],
  },
  {
    ...socket,
    flow: bakery({ question: announcement }),
    name: 'interruption',
    title: 'The caller breaks into a long announcement',
    listenFor: 'The agent falls silent within a syllable or two and answers what was asked.',
    says: [{ text: hours, intoSpeechMs: 3_500 }],
  },
  {
    ...socket,
    flow: bakery({ question: announcement }),
    name: 'uh-huh',
    title: 'An “uh-huh” during the announcement',
    listenFor: 'A short halt at most; the announcement goes on where it was and is heard to its end.',
    says: [
      { text: 'Uh-huh.', intoSpeechMs: 3_500 },
      { text: hours, afterSilenceMs: 1_500 },
    ],
  },
  {
    ...socket,
    flow: bakery({
      hours: 'You are caller {{ n }} today. We are open from eight to six.',
      known: { name: 'n', type: 'number', value: '42' },
    }),
    name: 'slow-vendors',
    title: 'Vendors as late as good ones are',
    listenFor: 'Recognition 250, model 350, voice 150 ms late, words that were never spoken before: still no long wait.',
    says: [{ text: 'Until how late could I come by?', afterSilenceMs: 800 }, noThanks],
    delays: { recognitionMs: 250, modelMs: 350, synthesisMs: 150 },
    model: { slowMs: 350 },
  },
  {
    ...socket,
    flow: talkingBakery(),
    name: 'slow-model',
    title: 'A model that needs 2.5 seconds',
    listenFor: '“One moment.” after half a second of silence, then the answer.',
    says: [{ text: 'Is there any bread without gluten?', afterSilenceMs: 800 }],
    model: { says: 'Yes, there is bread without gluten, and it is baked here every morning.', slowMs: 2_500 },
    leaveAfterSilenceMs: 2_700,
  },
  {
    ...socket,
    name: 'recogniser-drops',
    title: 'The recogniser’s socket breaks in mid-sentence',
    listenFor: 'Nothing: the sentence is heard whole on a new socket and answered.',
    says: [{ text: 'I would like to know what your opening hours are, please.', afterSilenceMs: 800 }],
    dropAfterMs: 1_200,
  },
  {
    ...socket,
    flow: bakery({ hours: '{{ story }}', known: { name: 'story', type: 'text', value: JSON.stringify(saturday) } }),
    name: 'voice-breaks-off',
    title: 'The voice breaks off in mid-sentence',
    listenFor: 'Another voice goes on from the word at which the first one stopped.',
    says: [asksHours],
    synthesisFault: { fault: 'midUtteranceClose', faultAfterMs: 2_200 },
    leaveAfterSilenceMs: 2_700,
  },
  {
    ...socket,
    flow: bakery({ settings: { silence: { waitMs: 4_000, maxReprompts: 1 } } }),
    name: 'silence',
    title: 'A caller who says nothing',
    listenFor: 'Asked once more after four seconds, then let go with a word.',
    says: [],
    leaveAfterSilenceMs: 15_000,
  },
  {
    ...socket,
    flow: bakery({ settings: { followLanguage: true, voice: { byLanguage: { fr: { id: 'fr' } } } } }),
    name: 'french',
    title: 'The caller goes on in French',
    listenFor: 'The answer and everything after it is in French, in a French voice.',
    says: [asksHours, { text: french, afterSilenceMs: 800 }],
  },
  {
    ...socket,
    name: 'noise',
    title: 'Steady noise behind the caller',
    listenFor: 'The noise neither interrupts the agent nor keeps a turn open.',
    says: [asksHours, noThanks],
    noise: 300,
  },
]

/** Everything a caller says in them. */
export const spokenTexts: readonly ToSpeak[] = [...new Set(callScripts.flatMap(({ says }) => says.map(({ text }) => text)))].map((text) =>
  text === french ? { text, voice: 'fr+f2', language: 'fr' } : text,
)
