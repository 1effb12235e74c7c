import type { Generated } from '@parley/flow-runtime'
import type { Generator } from '@parley/understanding'

/** What a model that did not answer leaves the flow with. */
export const notGenerated = (failure: string): Generated => {
  return { text: '', exit: null, tool: null, values: {}, failure, tookMs: 0, engine: 'none' }
}

/** While no key for a model is configured. */
export const noGenerator: Generator = {
  generate: () => Promise.resolve(notGenerated('MODEL_NOT_CONFIGURED')),
  summarise: () => Promise.resolve(undefined),
}
