import type { Flow, Language } from '@parley/flow-runtime'
import { voiceIdFor } from '@parley/flow-runtime/flow-voice'
import { knownSpeech } from '@parley/flow-runtime/known-texts'
import type { SynthesisRequest } from './speech/synthesiser.ts'

/** What a flow can say that is known before any call, by the voice that says it: fixed texts, and the fixed clauses of the others. */
export const spokenAhead = (flow: Flow, language: Language): (Pick<SynthesisRequest, 'voiceId'> & { texts: string[] })[] =>
  knownSpeech(flow, language).map(({ voice = voiceIdFor(flow.settings, language), texts, clauses }) => ({
    voiceId: voice,
    texts: [...new Set([...texts, ...clauses])],
  }))

/** The same as words alone, to find them in a text; made when a language is first spoken. */
export function knownWords(flow: Flow): (language: Language) => ReadonlySet<string> {
  const known = new Map<Language, ReadonlySet<string>>()
  return (language) => {
    const words = known.get(language) ?? new Set(spokenAhead(flow, language).flatMap(({ texts }) => texts))
    known.set(language, words)
    return words
  }
}
