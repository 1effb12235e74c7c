import type { LeadAttempt } from '@parley/db'
import type { Catalogue } from '../i18n/catalogue.ts'

/** Why a lead was called, waits or is done with, in a sentence; the code itself when this release does not know it. */
export function reasonWords(text: Catalogue, code: string): string {
  const sentences: Record<string, string | undefined> = text.campaignPage.reasons
  return sentences[code] ?? code
}

/** How an attempt ended, or where it is. */
export function outcomeWords(text: Catalogue, { status, outcome }: Pick<LeadAttempt, 'status' | 'outcome'>): string {
  const outcomes: Record<string, string | undefined> = text.calls.outcomes
  if (outcome !== null) return outcomes[outcome] ?? outcome
  return status === 'queued' ? text.campaignPage.waitsForLine : text.campaignPage.underWay
}
