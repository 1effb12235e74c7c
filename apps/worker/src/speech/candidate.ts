import type { Language } from '@parley/flow-runtime'
import type { ProviderCircuit } from './circuits.ts'

/** One of the providers that can be asked, in the order of preference. No languages: all of them. */
export type Candidate<Service> = { id: string; languages: readonly Language[]; service: Service; circuit: ProviderCircuit }

/** Those that know the language; all of them when none does. */
export function able<Service>(candidates: readonly Candidate<Service>[], language: Language): Candidate<Service>[] {
  const knowing = candidates.filter(({ languages }) => languages.length === 0 || languages.includes(language))
  return knowing.length > 0 ? knowing : [...candidates]
}

/** Whether anybody of those that are left is worth hurrying to. */
export const isWorthAsking = (left: readonly Candidate<unknown>[]) => left.some(({ circuit }) => !circuit.rests())

/** Takes the next one to ask out of those that are left: the first that works, else the first: a call is never given up because others' calls failed. */
export function takeNext<Service>(left: Candidate<Service>[]): Candidate<Service> | undefined {
  const working = left.findIndex(({ circuit }) => circuit.admits())
  return left.splice(Math.max(working, 0), 1)[0]
}
