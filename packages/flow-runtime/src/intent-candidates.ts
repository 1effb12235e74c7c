import type { FlowHead } from './flow-head.ts'
import type { Language } from './text.ts'
import type { IntentCandidate } from './understanding.ts'

/** The intents of these names as an understanding engine is asked to choose from them. */
export function intentCandidates({ intents }: FlowHead, names: readonly string[], language: Language): IntentCandidate[] {
  return intents
    .filter(({ name }) => names.includes(name))
    .map(({ name, description, samples }) => ({
      name,
      ...(description === undefined ? {} : { description }),
      samples: samples[language] ?? [],
    }))
}
