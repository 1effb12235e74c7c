import type { Flow } from '@parley/flow-runtime'
import { createJoinedSynthesis } from './speech/joining/joined-synthesis.ts'
import type { SpeechProviders } from './speech/providers.ts'
import { knownWords } from './spoken-ahead.ts'

/** Hearing and speaking in calls of this flow: what it says is made of its known words as far as they go. */
export const speechOf = (flow: Flow, { recogniser, synthesiser }: Pick<SpeechProviders, 'recogniser' | 'synthesiser'>) => ({
  recogniser,
  synthesiser: createJoinedSynthesis(synthesiser, knownWords(flow)),
})
