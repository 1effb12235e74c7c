import type { Flow } from './flow.ts'
import type { FlowHead } from './flow-head.ts'
import type { Language } from './text.ts'
import type { IntentCandidate, UnderstandRequest } from './understanding.ts'

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

/** Every set of intents the flow can ask to choose from, exactly as its requests have them: to be learned before the first answer. */
export function knownIntentSets(flow: Flow, language: Language): Pick<UnderstandRequest, 'language' | 'intents'>[] {
  return flow.nodes.flatMap((node) =>
    node.type === 'intent' ? [{ language, intents: intentCandidates(flow, node.data.intents, language) }] : [],
  )
}
