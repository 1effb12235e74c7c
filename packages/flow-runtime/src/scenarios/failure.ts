import type { Language } from '../text.ts'
import { whyText } from '../why/why.ts'
import { type FailureCode, failureMessages } from './failure-messages.ts'
import type { PlayedCall } from './played-call.ts'
import type { InputStep } from './scenario-step.ts'
import { shownNode } from './shown.ts'
import { afterWords, stepWords } from './step-words.ts'

/** A failure before it is put into words: values by the name they have in the sentence. */
export type Failure = { code: FailureCode; values?: (locale: Language) => Readonly<Record<string, string>> }

/** The sentence of a failure of a call in which `last` had happened; `step` is what could not happen. */
export function failureSentence(
  { code, values }: Failure,
  call: PlayedCall,
  { last, step, locale }: { last: InputStep | undefined; step?: InputStep; locale: Language },
): string {
  const state = call.state()
  const why = call.decisions.at(-1)?.why
  const known: Record<string, string> = {
    after: afterWords(last, locale),
    node: shownNode(call.flow, state.at, locale),
    outcome: state.outcome ?? '',
    step: step ? stepWords(step, locale) : '',
    why: why ? whyText(why, locale) : '',
    ...values?.(locale),
  }
  return failureMessages[code][locale].replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? '').trim()
}

/** What stands in the way of the call: something asked of the world that nobody answers. */
export function blockedBy(call: PlayedCall): Failure | undefined {
  for (const effect of call.state().awaiting) {
    if (effect.type === 'callTool') {
      const { tool, input } = effect
      return { code: 'TOOL_UNANSWERED', values: () => ({ tool, input: JSON.stringify(input) }) }
    }
    if (effect.type === 'generate') return { code: 'MODEL_UNANSWERED' }
    if (effect.type === 'transfer') return { code: 'TRANSFER_UNANSWERED', values: () => ({ to: effect.to }) }
  }
  return undefined
}
