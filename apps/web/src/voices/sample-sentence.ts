import type { SharedCatalogue } from '../i18n/en-shared.ts'
import { supplySentence } from '../providers/test-result.tsx'
import { errorSentence } from '../trpc/error-code.ts'

/** A sample fails like a test of its provider, or like any request. */
export function sampleSentence(code: string, t: SharedCatalogue): string {
  const supplied = Object.keys(t.providers.results).find((known): known is keyof typeof t.providers.results => known === code)
  return supplied ? supplySentence(supplied, t) : errorSentence(t, code)
}
