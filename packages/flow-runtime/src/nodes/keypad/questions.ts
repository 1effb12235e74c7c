import type { NodeContext, NodeStep } from '../../node-type.ts'
import { phrases } from '../../phrases.ts'
import { choiceExpectation, digitsExpectation } from '../../recognition-hints.ts'
import { textIn } from '../../text.ts'
import type { Why } from '../../why/why.ts'
import { type Aloud, askAloud, inVain, listenOnly, type Reason, repromptText } from '../reprompts.ts'
import type { KeypadConfig, KeypadMemory } from './keypad-config.ts'

type Step = NodeStep<KeypadMemory>

/** How a key is called: by its digit, and by the outcome it stands for. */
export function namesOfKey({ key, name }: { key: string; name: string }, { state }: NodeContext): string[] {
  const digit = phrases[state.language].digits[Number(key)] ?? key
  // Alone it is an article.
  return [name, ...(digit === 'un' ? ['le un', 'touche un', 'numéro un'] : [digit])].filter((word) => word !== '')
}

function expectation({ mode, keys, masked }: KeypadConfig, context: NodeContext) {
  if (masked) return choiceExpectation([])
  return mode === 'digits' ? digitsExpectation(context.state.language) : choiceExpectation(keys.flatMap((one) => namesOfKey(one, context)))
}

export const isMasked = ({ mode, masked }: KeypadConfig) => mode === 'digits' && masked

/** The name under which the digits of a masked entry are kept outside the call. */
export const secretName = ({ nodeId }: NodeContext, { visit, entry }: Pick<KeypadMemory, 'entry' | 'visit'>) =>
  `secret:${nodeId}:${visit}:${entry}`

function aloud(data: KeypadConfig, context: NodeContext, remembered: Pick<KeypadMemory, 'entry' | 'digits' | 'visit'>): Aloud {
  const begun = remembered.digits !== ''
  return {
    listening: begun ? { ...data.listening, waitMs: data.pauseMs } : data.listening,
    keys: { ...(isMasked(data) ? { secret: secretName(context, remembered) } : {}), ...(begun ? { begun: true } : {}) },
  }
}

export function putQuestion(data: KeypadConfig, context: NodeContext, remembered: Pick<KeypadMemory, 'entry' | 'digits' | 'visit'>) {
  const question = textIn(data.question, context.state.language, context.head.languages[0] ?? 'en')
  return askAloud(question, expectation(data, context), context, aloud(data, context, remembered))
}

/** Listens on: for the next key until the pause that ends an entry. */
export function listenOn(
  data: KeypadConfig,
  context: NodeContext,
  memory: KeypadMemory,
): { effects: Step['effects']; memory: KeypadMemory } {
  return { ...listenOnly(expectation(data, context), context, aloud(data, context, memory)), memory }
}

/** Wrong, or nothing at all: asks again until the tries or the silences are used up. */
export function askAgain(data: KeypadConfig, reason: Reason, context: NodeContext, remembered: KeypadMemory, why: Why): Step {
  const { head, state } = context
  const { attempts, nth, usedUp } = inVain(reason, remembered, data, context)
  if (usedUp) return { outcome: reason === 'notHeard' ? 'silent' : 'invalid', why }
  const memory: KeypadMemory = { ...remembered, ...attempts, asked: true, digits: '', entry: remembered.entry + 1 }
  const text = repromptText(data, reason, nth, head, state.language)
  return { ...askAloud(text, expectation(data, context), context, aloud(data, context, memory)), memory, why }
}
