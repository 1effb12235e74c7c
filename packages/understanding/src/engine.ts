import type { Understanding, UnderstandRequest } from '@parley/flow-runtime'

export type IntentSet = Pick<UnderstandRequest, 'language' | 'intents'>

/** Answers what a contact meant. Engines never move a call; they only propose. */
export type UnderstandingEngine = {
  name: string
  understand(request: UnderstandRequest, signal?: AbortSignal): Promise<Understanding>
  /** Loads and learns what requests with these sets of intents will need, so that no caller waits for it. */
  warmUp?(intentSets?: readonly IntentSet[]): void
}
