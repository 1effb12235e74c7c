import type { Generated, GenerateRequest } from '@parley/flow-runtime'

/** A language model that talks. Answers with a failure code rather than throwing. */
export type Generator = { generate(request: GenerateRequest, signal?: AbortSignal): Promise<Generated> }

/** What a model that did not answer leaves the flow with. */
export const notGenerated = (failure: string): Generated => {
  return { text: '', exit: null, tool: null, values: {}, failure, tookMs: 0, engine: 'none' }
}

/** While no key for a model is configured. */
export const noGenerator: Generator = { generate: () => Promise.resolve(notGenerated('MODEL_NOT_CONFIGURED')) }
