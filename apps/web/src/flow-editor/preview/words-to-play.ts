import type { Flow, Language } from '@parley/flow-runtime'
import { spokenPreview } from '@parley/flow-runtime/authoring'
import { voiceOf } from '@parley/flow-runtime/flow-voice'
import type { SampleOf } from '../../voices/use-sample.tsx'

/** A text as the flow would say it in a language: with examples, in its voice. */
export function wordsToPlay(flow: Flow, language: Language, text: string, now: number): Extract<SampleOf, { text: string }> {
  const voice = voiceOf(flow.settings, language)
  const words = spokenPreview(flow, text, language, now)
  return { language, text: words, ...(voice ? { voice: voice.id, ...(voice.provider ? { source: voice.provider } : {}) } : {}) }
}
