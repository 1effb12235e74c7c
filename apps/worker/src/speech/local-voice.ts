import type { Language } from '@parley/flow-runtime'

const voices: Record<Language, string> = { en: 'en-us', fr: 'fr' }
/** Voices of the local server are named after their language; a paid voice's id means nothing to it. */
const languageOf = /^[a-z]{2}(?![a-z0-9])/

/** The local voice for a speech: the wanted one if it speaks the speech's language, so that the voice switches when the call does. */
export function localVoice({ language, voiceId }: { language: Language; voiceId?: string }): string {
  return voiceId?.match(languageOf)?.[0] === language ? voiceId : voices[language]
}
