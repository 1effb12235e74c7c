import type { World } from '@parley/flow-runtime/scenarios'
import { createLocalEngine } from '@parley/understanding'

/** Understanding without network or chance, as every call has it. */
export function localUnderstanding(): World['understand'] {
  const engine = createLocalEngine()
  return (request) => engine.understand(request)
}
