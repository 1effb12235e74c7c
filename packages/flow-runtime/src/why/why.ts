import type { FailureStage } from '../events.ts'
import { outcomeLabel } from '../outcome-labels.ts'
import type { Language, UiText } from '../text.ts'
import { whySentences } from './why-sentences.ts'

export type WhyCode = keyof typeof whySentences

/**
 * Why a decision was taken, as data: the sentence is made where it is shown. Confidences and thresholds are whole
 * percentages; `sample`, `condition` and `variables` are words of the flow's author, never the caller's.
 */
export type Why = { code: WhyCode; values?: Readonly<Record<string, string | number>> }

const stages: Record<FailureStage, UiText> = {
  recognition: { en: 'speech recognition', fr: 'la reconnaissance vocale' },
  synthesis: { en: 'the voice', fr: 'la voix' },
  understanding: { en: 'understanding', fr: 'la compréhension' },
  tool: { en: 'a connected service', fr: 'un service connecté' },
  line: { en: 'the line', fr: 'la ligne' },
  flow: { en: 'the flow', fr: 'le flux' },
}

/** Whether the catalogue has a sentence for it. */
const isWhyCode = (code: unknown): code is WhyCode => typeof code === 'string' && Object.hasOwn(whySentences, code)

/** The sentence for a business user; '' for a code this version does not know, as a journal may be of another version. */
export function whyText({ code, values = {} }: Why, locale: Language): string {
  if (!isWhyCode(code)) return ''
  return whySentences[code][locale].replace(/\{(\w+)\}/g, (_, name: string) => wordsOf(name, values[name] ?? '', locale))
}

function wordsOf(name: string, value: string | number, locale: Language): string {
  if (name === 'outcome') return outcomeLabel(String(value), locale)
  if (name === 'stage' && isStage(value)) return stages[value][locale]
  return String(value)
}

const isStage = (value: string | number): value is FailureStage => Object.hasOwn(stages, value)
