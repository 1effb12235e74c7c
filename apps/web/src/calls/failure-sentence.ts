import type { Catalogue } from '../i18n/catalogue.ts'

/** What made a call fail, in a sentence. */
export function failureSentence(text: Catalogue, code: string): string {
  const sentences: Record<string, string | undefined> = text.failures
  return sentences[code] ?? text.failureOther(code)
}
