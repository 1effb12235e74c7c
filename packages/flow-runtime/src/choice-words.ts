import { type Language, textIn } from './text.ts'
import type { Choice, Json, VariableDeclaration } from './variables.ts'

/** How a value of a choice is called in a language; undefined when it has no label of its own. `first`: the flow's first language. */
export function choiceLabel({ choices = [] }: VariableDeclaration, value: Json | undefined, wanted: Language, first: Language) {
  const label = choices.find((choice) => choice.value === value)?.label
  return label === undefined ? undefined : textIn(label, wanted, first) || undefined
}

/** Everything a caller may call a choice, its labels first; its value aside. */
export function choiceSynonyms({ label = {}, synonyms }: Choice): string[] {
  const labels = typeof label === 'string' ? [label] : Object.values(label)
  return [...new Set([...labels, ...synonyms])].filter((words) => words.trim() !== '')
}
