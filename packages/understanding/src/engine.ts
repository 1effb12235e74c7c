import type { Understanding, UnderstandRequest } from '@parley/flow-runtime'

/** Answers what a contact meant. Engines never move a call; they only propose. */
export type UnderstandingEngine = { name: string; understand(request: UnderstandRequest, signal?: AbortSignal): Promise<Understanding> }
