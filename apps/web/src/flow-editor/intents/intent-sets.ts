import type { Flow, IntentCandidate, Language } from '@parley/flow-runtime'
import { knownIntentSets } from '@parley/flow-runtime'

/** The intents that can be mistaken for one another: those that some node asks for together, and all of them while no node does. */
export function intentSets(flow: Flow, language: Language): { language: Language; intents: IntentCandidate[] }[] {
  const asked = knownIntentSets({ ...flow, subflows: {} }, language).filter(({ intents }) => intents.length > 1)
  // A set within a larger one would only tell part of it again.
  const largest = asked.filter(
    (set) => !asked.some((other) => other !== set && other.intents.length > set.intents.length && contains(other, set)),
  )
  const sets = largest.map(({ intents }) => ({ language, intents: [...intents] }))
  if (sets.length > 0) return sets
  return [
    { language, intents: flow.intents.map(({ name, description, samples }) => ({ name, description, samples: samples[language] ?? [] })) },
  ]
}

type Named = { intents: readonly { name: string }[] }
const contains = (outer: Named, inner: Named) => inner.intents.every(({ name }) => outer.intents.some((other) => other.name === name))
