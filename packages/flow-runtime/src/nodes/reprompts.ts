import * as z from 'zod'
import type { Expectation, KeyEntry } from '../effects.ts'
import type { FlowHead } from '../flow-head.ts'
import type { EffectDraft, NodeContext, NodeStep } from '../node-type.ts'
import { phrases } from '../phrases.ts'
import { renderTemplate } from '../render-text.ts'
import type { ListenDraft } from '../state.ts'
import { type Language, type LocalizedText, textIn } from '../text.ts'
import type { Variables } from '../variables.ts'
import type { Listening } from './listening.ts'

/** How often the node asked in vain so far. */
export const attempts = { tries: z.number(), silences: z.number() }
type Attempts = { tries: number; silences: number }

export type Questions = { question: LocalizedText; reprompt: LocalizedText; secondReprompt: LocalizedText }
export type Reason = 'notUnderstood' | 'notHeard'

/** The words of the nth (from 1) re-prompt for a reason: the author's own, else an apology and the question again. */
export function repromptText(questions: Questions, reason: Reason, nth: number, flow: FlowHead, language: Language): string {
  const written = (text: LocalizedText) => textIn(text, language, flow.languages[0] ?? 'en')
  const own = nth === 1 ? written(questions.reprompt) : written(questions.secondReprompt)
  if (reason === 'notUnderstood' && own !== '') return own
  return `${phrases[language][reason][nth === 1 ? 0 : 1]} ${own || written(questions.question)}`.trim()
}

/** The question and every re-prompt a listening node may speak, as written. */
export function questionTexts(questions: Questions, flow: FlowHead, language: Language): string[] {
  const question = textIn(questions.question, language, flow.languages[0] ?? 'en')
  const again = (['notUnderstood', 'notHeard'] as const).flatMap((reason) =>
    [1, 2].map((nth) => repromptText(questions, reason, nth, flow, language)),
  )
  return [question, ...again].filter((text) => text !== '')
}

export type Aloud = {
  /** Stands in for variables not saved yet. */
  overlay?: Variables
  listening?: Listening
  keys?: KeyEntry
  /** Words of a model that are being said already, by the id of their effect. */
  begun?: string
}

type Asked = Pick<NodeStep<null>, 'effects' | 'question'>

/** Speaks a question of the flow (if there are words) and listens in the same step. */
export function askAloud(template: string, expectation: Expectation, context: NodeContext, { overlay, ...aloud }: Aloud = {}): Asked {
  return speakAndListen(renderTemplate(template, context, overlay), expectation, context, aloud)
}

/** The same with words that are spoken as they are. */
export function speakAndListen(text: string, expectation: Expectation, context: NodeContext, aloud: Omit<Aloud, 'overlay'> = {}): Asked {
  const listen = listenOnly(expectation, context, aloud)
  if (text === '') return listen
  return { effects: [sayAs(text, aloud.listening, aloud.begun), ...listen.effects], question: text }
}

/** Words in the voice of a listening node, interruptible as it says. */
export function sayAs(text: string, { interruptible = true, voice }: Partial<Listening> = {}, begun?: string): EffectDraft {
  const say: Extract<EffectDraft, { type: 'say' }> = { type: 'say', text, interruptible }
  if (voice) say.voice = voice
  if (begun !== undefined) say.begun = begun
  return say
}

/** Listens without a word, for as long as the node, or else the flow, waits in silence. */
export function listenOnly(expectation: Expectation, { head }: NodeContext, { listening, keys }: Pick<Aloud, 'listening' | 'keys'> = {}) {
  const patience = listening?.patience ?? 'auto'
  const listen: ListenDraft = {
    type: 'listen',
    timeoutMs: listening?.waitMs ?? head.settings.silence.waitMs,
    expectation: patience === 'auto' ? expectation : { ...expectation, patience },
  }
  if (keys) listen.keys = keys
  return { effects: [listen] }
}

/** Whether so many silences use up what the node, or else the flow, allows. */
export const tooSilent = (silences: number, { head }: NodeContext, listening?: Listening): boolean =>
  silences > (listening?.maxReprompts ?? head.settings.silence.maxReprompts)

/** One more attempt in vain: how many there were, which re-prompt (from 1) is due, and whether no more are allowed. */
export function inVain(
  reason: Reason,
  { tries, silences }: Attempts,
  { maxTries, listening }: { maxTries: number; listening?: Listening },
  context: NodeContext,
): { attempts: Attempts; nth: number; usedUp: boolean } {
  if (reason === 'notHeard') {
    const nth = silences + 1
    return { attempts: { tries, silences: nth }, nth, usedUp: tooSilent(nth, context, listening) }
  }
  const nth = tries + 1
  return { attempts: { tries: nth, silences }, nth, usedUp: nth >= maxTries }
}
