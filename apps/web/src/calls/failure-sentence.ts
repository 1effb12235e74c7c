import type { SharedCatalogue } from '../i18n/en-shared.ts'

/** What made a call fail, in a sentence. */
export function failureSentence(text: SharedCatalogue, code: string): string {
  const sentences: Record<string, string | undefined> = text.failures
  return sentences[code] ?? text.failureOther(code)
}
