import type { Catalogue } from '../i18n/catalogue.ts'

/** How a number came on the list. */
export function sourceWords(text: Catalogue, source: string): string {
  const sources: Record<string, string | undefined> = text.doNotCall.sources
  return sources[source] ?? source
}
