import { choiceSynonyms } from './choice-words.ts'
import type { Expectation } from './effects.ts'
import type { FlowHead } from './flow-head.ts'
import { phrases } from './phrases.ts'
import { weekdays } from './spoken-forms/date-in-words.ts'
import type { Language } from './text.ts'
import type { VariableDeclaration, VariableType } from './variables.ts'

const expectations = new WeakMap<FlowHead['intents'], Map<string, Expectation>>()

/** Samples of the offered intents, as the recogniser should expect them; gathered once for the same intents. */
export function intentExpectation({ intents }: FlowHead, names: readonly string[], language: Language): Expectation {
  const key = `${language} ${names.join(' ')}`
  let known = expectations.get(intents)
  if (!known) {
    known = new Map()
    expectations.set(intents, known)
  }
  const gathered = known.get(key)
  if (gathered) return gathered
  const samples = intents.filter(({ name }) => names.includes(name)).flatMap((intent) => intent.samples[language] ?? [])
  const expectation: Expectation = { kind: 'intent', hints: unique(samples) }
  known.set(key, expectation)
  return expectation
}

/** What is likely to be said when a variable of this type is asked; `examples` are the author's own. */
export function variableExpectation(variable: VariableDeclaration, examples: readonly string[], language: Language): Expectation {
  const hints = variable.type === 'choice' ? choiceHints(variable) : usualWords(variable.type, language)
  return { kind: kindOf(variable.type), hints: unique([...examples, ...hints]) }
}

/** The same, spelled letter by letter, with pauses between the letters. */
export function spelledExpectation(expectation: Expectation, language: Language): Expectation {
  return { ...expectation, hints: unique([...expectation.hints, ...alphabet, ...phrases[language].spelling]), patience: 'long' }
}

/** Digits, one by one. */
export function digitsExpectation(language: Language): Expectation {
  return { kind: 'number', hints: [...phrases[language].digits], patience: 'long' }
}

/** Anything at all, with these words perhaps. */
export function freeExpectation(hints: readonly string[]): Expectation {
  return { kind: 'free', hints: unique(hints) }
}

/** One of some things that can be called by several words. */
export function choiceExpectation(words: readonly string[]): Expectation {
  return { kind: 'choice', hints: unique(words) }
}

/** Yes, no, and what may be said instead. */
export function yesNoExpectation(more: readonly string[], language: Language): Expectation {
  return { kind: 'yesNo', hints: unique([...phrases[language].yes, ...phrases[language].no, ...more]) }
}

const kindOf = (type: VariableType): Expectation['kind'] => {
  if (type === 'boolean') return 'yesNo'
  return type === 'text' ? 'free' : type
}

const choiceHints = ({ choices = [] }: VariableDeclaration) => choices.flatMap((choice) => [choice.value, ...choiceSynonyms(choice)])

/** Short and useful only: dates, times, numbers and names have grammars of their own behind their kind. */
function usualWords(type: VariableType, language: Language): readonly string[] {
  const { yes, no } = phrases[language]
  if (type === 'boolean') return [...yes, ...no]
  if (type === 'date' || type === 'dateTime') {
    const relative = language === 'fr' ? ["aujourd'hui", 'demain', 'après-demain'] : ['today', 'tomorrow', 'the day after tomorrow']
    return [...relative, ...weekdays[language]]
  }
  if (type === 'time') return language === 'fr' ? ['le matin', "l'après-midi", 'midi'] : ['in the morning', 'in the afternoon', 'noon']
  if (type === 'personName') return language === 'fr' ? ["je m'appelle", 'mon nom est'] : ['my name is', 'this is']
  return []
}

const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

const unique = (words: readonly string[]): string[] => [...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))]
